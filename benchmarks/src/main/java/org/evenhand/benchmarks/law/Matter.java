package org.evenhand.benchmarks.law;

import java.util.Map;

/// One country and report year as the rules engines take it: plain fields, in and out.
///
/// Filled from the same record as the law's own case. The engines get the tiers by year and must count
/// themselves.
public final class Matter {
    private final int year;
    private final Map<Integer, String> tiers;
    private final boolean waiver;
    private int run = -1;
    private int returnRun = -1;
    private int priorRun;
    private boolean limit;
    private boolean barred;
    private boolean waived;
    private String result = "";

    public Matter(int year, Map<Integer, String> tiers, boolean waiver) {
        this.year = year;
        this.tiers = tiers;
        this.waiver = waiver;
    }

    public int getYear() {
        return year;
    }

    public boolean isWaiver() {
        return waiver;
    }

    public int getRun() {
        return run;
    }

    public int getReturnRun() {
        return returnRun;
    }

    public int getPriorRun() {
        return priorRun;
    }

    public boolean isLimit() {
        return limit;
    }

    public boolean isBarred() {
        return barred;
    }

    public boolean isWaived() {
        return waived;
    }

    public String getResult() {
        return result;
    }

    public void setLimit(boolean limit) {
        this.limit = limit;
    }

    public void setBarred(boolean barred) {
        this.barred = barred;
    }

    public void setWaived(boolean waived) {
        this.waived = waived;
    }

    public void setResult(String result) {
        this.result = result;
    }

    public int getMaxWaivers() {
        return year <= 2018 ? 2 : 1;
    }

    /// The count of WL-LIMIT.
    public void countRun() {
        run = 0;
        for (int y = year - 1; y >= 2009 && "2WL".equals(tiers.get(y)); y--) {
            run++;
        }
    }

    /// The counts of WL-REINSTATE.
    public void countReturn() {
        int end = back(year - 1, "2WL");
        returnRun = year - 1 - end;
        int spell = back(end, "3");
        priorRun = spell == end ? 0 : spell - back(spell, "2WL");
    }

    private int back(int from, String tier) {
        int y = from;
        while (y >= 2009 && tier.equals(tiers.get(y))) {
            y--;
        }
        return y;
    }
}
