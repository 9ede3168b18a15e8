package org.evenhand.law.rules;

import java.util.HashMap;
import java.util.Map;
import org.evenhand.law.LawBook;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.hearing.Hearing;
import org.evenhand.law.hearing.RuleFunction;

/// The law book with its logic: opens hearings on cases.
public final class Statute {
    private static final Map<String, RuleFunction> FUNCTIONS = functions();

    private final LawBook book;

    public Statute(LawBook book) {
        this.book = book;
    }

    /// The statute as shipped.
    public static Statute load() {
        return new Statute(LawBook.load());
    }

    public LawBook book() {
        return book;
    }

    public Hearing hear(Case matter) {
        return new Hearing(book, FUNCTIONS, matter);
    }

    /// The rules that have logic, by id.
    public static java.util.Set<String> ruled() {
        return java.util.Set.copyOf(FUNCTIONS.keySet());
    }

    private static Map<String, RuleFunction> functions() {
        var all = new HashMap<String, RuleFunction>();
        all.put("CV-1", Definitions::assessable);
        all.put("CV-2", Definitions::special);
        all.put("DF-1", Definitions::severeForm);
        all.put("DF-2", Definitions::concreteAction);
        all.put("DF-3", Definitions::credible);
        all.put("DF-4", Definitions::caughtAssistance);
        all.put("DF-5", Definitions::bank);
        all.put("MS-1", Standards.asFound("MS-1"));
        all.put("MS-2", Standards::gravePenalties);
        all.put("MS-3", Standards::stringentPenalties);
        all.put("MS-4", Standards::seriousEfforts);
        all.put("SC-1", Indicia::lawEnforcement);
        all.put("SC-2", Indicia.degree("SC-2"));
        all.put("SC-3", Indicia.degree("SC-3"));
        all.put("SC-4", Indicia.degree("SC-4"));
        all.put("SC-5", Indicia::extradition);
        all.put("SC-6", Indicia.degree("SC-6"));
        all.put("SC-7", Indicia.presumable("SC-7", "PR-2", "PR-3"));
        all.put("SC-8", Indicia::foreignVictims);
        all.put("SC-9", Indicia.degree("SC-9"));
        all.put("SC-10", Indicia.degree("SC-10"));
        all.put("SC-11", Indicia::progress);
        all.put("SC-12", Indicia::demand);
        all.put("PR-1", Standards.presumption("PR-1", "data"));
        all.put("PR-2", Standards.presumption("PR-2", "official_data"));
        all.put("PR-3", Standards::inaction);
        all.put("PR-4", Standards::suspended);
        all.put("SE-1", Indicia.context("SE-1"));
        all.put("SE-2", Indicia::gap);
        all.put("SE-3", Indicia.context("SE-3"));
        all.put("SE-4", Indicia::pattern);
        all.put("SE-5", Indicia.degree("SE-5"));
        all.put("SE-6", Indicia.degree("SE-6"));
        all.put("SE-7", Indicia.degree("SE-7"));
        all.put("TP-1", Tiers::first);
        all.put("TP-2", Tiers::second);
        all.put("TP-3", Tiers::third);
        all.put("TP-4", Tiers::window);
        all.put("TP-5", Tiers::order);
        all.put("WL-1", WatchList::upToFirst);
        all.put("WL-2", WatchList::upFromThird);
        all.put("WL-3A", WatchList::manyVictims);
        all.put("WL-3B", WatchList::noIncrease);
        all.put("WL-3C", WatchList::onPromises);
        all.put("WL-4", WatchList::noCarryOver);
        all.put("WL-SUBMIT", WatchList::submit);
        all.put("WL-INTERIM", WatchList::interim);
        all.put("WL-LIMIT", WatchListClock::limit);
        all.put("WL-WAIVER", WatchListClock::waiver);
        all.put("WL-NOTICE", WatchList::notice);
        all.put("WL-REINSTATE", WatchListClock::reinstate);
        all.put("WL-MAX", WatchListClock::ceiling);
        all.put("SR-1", SpecialRules::explain);
        all.put("SR-2", SpecialRules::actionPlan);
        all.put("SR-3", SpecialRules::tellMinister);
        all.put("SR-4", SpecialRules::tradeBar);
        all.put("SR-5", SpecialRules::noLockIn);
        all.put("SR-6", SpecialRules::contents);
        all.put("NO-1", Determinations::notify);
        all.put("SA-0", Determinations::onThird);
        all.put("SA-1A-i", Determinations::withhold);
        all.put("SA-1A-ii", Determinations::withholdExchanges);
        all.put("SA-1B", Determinations::voteAgainst);
        all.put("SA-2", Determinations::comparable);
        all.put("SA-3", Determinations::reassessed);
        all.put("SA-4", Determinations::waived);
        all.put("SA-5", Determinations::scope);
        all.put("SA-6", Determinations::mustWaive);
        all.put("SA-7", Determinations::laterWaiver);
        all.put("SA-8", Determinations::certified);
        all.put("SA-9", Determinations::end);
        all.put("CS-1", ChildSoldiers::listed);
        all.put("CS-2", ChildSoldiers::childSoldier);
        all.put("CS-3", ChildSoldiers::restricted);
        all.put("CS-4", ChildSoldiers::waived);
        all.put("CS-5", ChildSoldiers::professional);
        all.put("CS-6", ChildSoldiers::peacekeeping);
        all.put("CS-7", ChildSoldiers::reinstated);
        all.put("CS-8", ChildSoldiers::notices);
        all.put("CS-9", ChildSoldiers::yearlyReport);
        all.put("CA-1", Calendar::window);
        all.put("CA-2", Calendar.fixed("CA-2.due", 0));
        all.put("CA-3", Calendar.after("CA-3.days", "report_date"));
        all.put("CA-4", Calendar.after("CA-4.days", "report_date"));
        all.put("CA-5", Calendar.after("CA-5.days", "report_date"));
        all.put("CA-6", Calendar.fixed("CA-6.start", 0));
        all.put("CA-7", Calendar.after("CA-7.days", "waiver_notice_date"));
        all.put("CA-8", Calendar.after("CA-8.days", "report_date"));
        all.put("CA-9", Calendar.fixed("CA-9.due", 1));
        all.put("CA-10", Calendar.after("CA-10.days", "cspa_waiver_date"));
        all.put("CA-11", Calendar.fixed("CA-11.due", 1));
        all.put("CA-12", Calendar::governingLaw);
        return all;
    }
}
