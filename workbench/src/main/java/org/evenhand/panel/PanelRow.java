package org.evenhand.panel;

import java.util.Optional;
import org.evenhand.core.Bureau;
import org.evenhand.core.Standing;

/// A country in one report.
///
/// @param iso3 country
/// @param year report year
/// @param bureau the State Department's bureau; empty for territories without one
/// @param latinAmericaAndCaribbean in the UN's region of that name
/// @param standing tier or special case
/// @param automaticDowngrade whether the watch-list limit had closed the list for it this year (named by a source, or
///     computed from its history; see the table automatic_downgrades)
public record PanelRow(
        String iso3,
        int year,
        Optional<Bureau> bureau,
        boolean latinAmericaAndCaribbean,
        Standing standing,
        boolean automaticDowngrade) {
    /// The bureau's code, or `none`.
    public String region() {
        return bureau.map(Bureau::name).orElse("none");
    }

    /// The administration that released the report, by its report years.
    public String administration() {
        return administration(year);
    }

    /// The administration that released the report of `year`.
    public static String administration(int year) {
        return year <= 2008
                ? "2001-2008"
                : year <= 2016 ? "2009-2016" : year <= 2020 ? "2017-2020" : year <= 2024 ? "2021-2024" : "2025-";
    }
}
