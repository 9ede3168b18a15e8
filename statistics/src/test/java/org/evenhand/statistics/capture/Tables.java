package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.List;

/// Published capture tables; the counts are facts, printed in the works named.
final class Tables {
    private Tables() {}

    /// Potential victims of trafficking, United Kingdom 2013, six lists [Bales, Hesketh & Silverman 2015].
    static CaptureTable unitedKingdom() {
        return parse(
                "LA NG PF GO GP NCA",
                "100000 54",
                "010000 463",
                "001000 907",
                "000100 695",
                "000010 316",
                "000001 57",
                "110000 15",
                "101000 19",
                "100100 3",
                "011000 56",
                "010100 19",
                "010010 1",
                "010001 3",
                "001100 69",
                "001010 10",
                "001001 31",
                "000110 8",
                "000101 6",
                "000011 1",
                "111000 1",
                "110100 1",
                "011100 4",
                "011001 3",
                "001101 1",
                "111100 1");
    }

    /// The same with PF and NCA as one list.
    static CaptureTable unitedKingdomFiveLists() {
        return parse(
                "LA NG PFNCA GO GP",
                "10000 54",
                "01000 463",
                "00100 995",
                "00010 695",
                "00001 316",
                "11000 15",
                "10100 19",
                "10010 3",
                "01100 62",
                "01010 19",
                "01001 1",
                "00110 76",
                "00101 11",
                "00011 8",
                "11100 1",
                "11010 1",
                "01110 4",
                "11110 1");
    }

    /// Presumed victims of trafficking, the Netherlands 2010-2015, six lists [Silverman 2020, table 2].
    static CaptureTable netherlands() {
        return parse(
                "I K O P R Z",
                "100000 352",
                "010000 1299",
                "001000 403",
                "000100 4466",
                "000010 650",
                "000001 632",
                "101000 1",
                "100100 18",
                "100010 3",
                "100001 16",
                "011000 1",
                "010100 44",
                "010001 4",
                "001100 59",
                "001010 2",
                "001001 57",
                "000110 82",
                "000101 125",
                "000011 2",
                "101100 4",
                "100101 4",
                "001110 2",
                "001101 7",
                "000111 1");
    }

    /// The same with I and O as one list.
    static CaptureTable netherlandsFiveLists() {
        return parse(
                "IO K P R Z",
                "10000 756",
                "01000 1299",
                "00100 4466",
                "00010 650",
                "00001 632",
                "11000 1",
                "10100 81",
                "10010 5",
                "10001 73",
                "01100 44",
                "01001 4",
                "00110 82",
                "00101 125",
                "00011 2",
                "10110 2",
                "10101 11",
                "00111 1");
    }

    /// Killings in Kosovo, March to June 1999 [Ball et al. 2002].
    static CaptureTable kosovo() {
        return parse(
                "EXH ABA OSCE HRW",
                "1000 1131",
                "0100 845",
                "0010 936",
                "0001 306",
                "1100 177",
                "1010 228",
                "1001 106",
                "0110 217",
                "0101 31",
                "0011 123",
                "1110 181",
                "1101 18",
                "1011 42",
                "0111 32",
                "1111 27");
    }

    /// Women held in Palembang in the Second World War [Ball, Shin & Yang 2018].
    static CaptureTable korea() {
        return parse("b c d", "001 41", "010 5", "100 5", "110 54", "101 6", "011 0", "111 12");
    }

    /// Victims in Greater New Orleans, eight lists [Bales, Murphy & Silverman 2020].
    static CaptureTable newOrleans() {
        return parse(
                "A B C D E F G H",
                "10000000 25",
                "10100000 1",
                "10010000 2",
                "10001000 1",
                "10100010 1",
                "10011000 1",
                "01000000 5",
                "01000100 1",
                "00100000 70",
                "00110000 2",
                "00101000 1",
                "00100010 1",
                "00010000 33",
                "00011000 2",
                "00001000 6",
                "00001001 1",
                "00000100 6",
                "00000010 6",
                "00000001 21");
    }

    /// The same with B, E, F and G as one list.
    static CaptureTable newOrleansFiveLists() {
        return parse(
                "A BEFG C D H",
                "10000 25",
                "01000 24",
                "00100 70",
                "00010 33",
                "00001 21",
                "11000 1",
                "10100 1",
                "10010 2",
                "01100 2",
                "01010 2",
                "01001 1",
                "00110 2",
                "11100 1",
                "11010 1");
    }

    /// Victims at a site in the western United States [Farrell et al. 2019].
    static CaptureTable western() {
        return parse(
                "A B C D E",
                "10000 52",
                "01000 90",
                "00100 114",
                "00010 45",
                "00001 21",
                "10100 4",
                "10010 2",
                "10001 5",
                "01100 6",
                "01010 1",
                "00011 3",
                "10101 1",
                "01110 1");
    }

    /// The example of Chan, Silverman & Vincent 2021, table 2.
    static CaptureTable artificial() {
        return parse("A B C", "100 40", "010 30", "001 20", "110 6");
    }

    /// @param lists names, separated by blanks
    /// @param rows lists as 0 and 1 from the first, a blank, the count
    static CaptureTable parse(String lists, String... rows) {
        var combinations = new ArrayList<Integer>();
        var counts = new ArrayList<Long>();
        for (String row : rows) {
            String[] parts = row.split(" ", -1);
            int combination = 0;
            for (int i = 0; i < parts[0].length(); i++) {
                combination |= parts[0].charAt(i) == '1' ? 1 << i : 0;
            }
            combinations.add(combination);
            counts.add(Long.parseLong(parts[1]));
        }
        return CaptureTable.of(
                List.of(lists.split(" ", -1)),
                combinations.stream().mapToInt(Integer::intValue).toArray(),
                counts.stream().mapToLong(Long::longValue).toArray());
    }
}
