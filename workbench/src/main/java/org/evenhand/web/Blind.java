package org.evenhand.web;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadRequest;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Tier;

/// Assessments whose country is hidden until the assessor commits to answers. The address holds a random
/// number; only this class knows whose it is.
final class Blind {
    private static final int MOST = 500;

    private final SecureRandom random = new SecureRandom();
    private final LinkedHashMap<String, Hidden> cases = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /// A hidden country.
    ///
    /// @param committed the answers, once the assessor has committed to them
    record Hidden(String iso3, ReportYear year, Optional<AssessForm> committed) {}

    /// Draws a country that this report ranks.
    ///
    /// @return the number of the case
    String draw(Catalogue catalogue, ReportYear year) {
        var ranked = new ArrayList<String>();
        for (var placement :
                catalogue.placements().in(year.value(), catalogue.countries().region("WORLD"))) {
            if (placement.standing() instanceof Tier) {
                ranked.add(placement.iso3());
            }
        }
        if (ranked.isEmpty()) {
            throw new NoAnswer("No report of %s is on record.".formatted(year), "Choose another year.");
        }
        return open(ranked.get(random.nextInt(ranked.size())), year);
    }

    /// Opens a case of this country.
    String open(String iso3, ReportYear year) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var number = HexFormat.of().formatHex(bytes);
        lock.lock();
        try {
            if (cases.size() >= MOST) {
                cases.remove(cases.firstEntry().getKey());
            }
            cases.put(number, new Hidden(iso3, year, Optional.empty()));
        } finally {
            lock.unlock();
        }
        return number;
    }

    /// @throws BadRequest if there is no such case
    Hidden of(String number) {
        lock.lock();
        try {
            var hidden = cases.get(number);
            if (hidden == null) {
                throw new BadRequest(
                        "That blind assessment is not here any more.",
                        "Begin another; the server keeps the last %d.".formatted(MOST));
            }
            return hidden;
        } finally {
            lock.unlock();
        }
    }

    /// Commits to answers; the first time counts.
    Hidden commit(String number, AssessForm form) {
        lock.lock();
        try {
            var hidden = of(number);
            if (hidden.committed().isEmpty()) {
                hidden = new Hidden(hidden.iso3(), hidden.year(), Optional.of(form));
                cases.put(number, hidden);
            }
            return hidden;
        } finally {
            lock.unlock();
        }
    }

    private static final Pattern HEAD = Pattern.compile("^(\\w+)( (\\d{4}))?: (.*?)( \\[[^\\]]*])?$");

    /// A line of evidence without what could tell whose it is: years as distances, counts as classes, no
    /// sources, no free text. Empty where nothing is left.
    static Optional<String> veiled(String line, ReportYear report) {
        var match = HEAD.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        boolean counts = match.group(1).equals("law_enforcement");
        var values = new ArrayList<String>();
        for (var part : List.of(match.group(4).split(", "))) {
            veiledValue(part, counts).ifPresent(values::add);
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var when = match.group(3) == null
                ? ""
                : ", %d years before the report".formatted(report.value() - Integer.parseInt(match.group(3)));
        return Optional.of(match.group(1) + when + ": " + String.join(", ", values));
    }

    private static Optional<String> veiledValue(String part, boolean counts) {
        int space = part.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        var name = part.substring(0, space);
        var value = part.substring(space + 1);
        if (name.contains("year_")) {
            return Optional.of(name + " known");
        }
        if (value.matches("\\d{1,9}")) {
            long number = Long.parseLong(value);
            return Optional.of(name + " " + (counts ? classOf(number) : number));
        }
        return value.matches("[a-z_]{1,24}") && !name.equals("note") ? Optional.of(part) : Optional.empty();
    }

    private static String classOf(long number) {
        return number == 0
                ? "0"
                : number < 10 ? "1 to 9" : number < 100 ? "10 to 99" : number < 1_000 ? "100 to 999" : "1,000 or more";
    }
}
