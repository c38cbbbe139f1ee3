package io.jinqiao.workbench.simulate.credit.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the Center took of one account: a version for each report date, and events. */
final class Account {
    private final String type;
    private final NavigableMap<LocalDate, Version> versions = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Set<String> formerCodes = new HashSet<>();

    /** @param month null for a recovery between months @param transactions type and date of each */
    record Version(LocalDate reported, @Nullable YearMonth month, LocalDate classified, boolean closed, Set<String> transactions) {
        Version withoutTransactions() {
            return new Version(reported, month, classified, closed, Set.of());
        }
    }

    /** A special event that counts. */
    record Event(String kind, YearMonth month, LocalDate reported) {}

    Account(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    NavigableMap<LocalDate, Version> versions() {
        return versions;
    }

    List<Event> events() {
        return events;
    }

    Set<String> formerCodes() {
        return formerCodes;
    }

    boolean closed() {
        return versions.values().stream().anyMatch(Version::closed);
    }

    boolean transferred() {
        return events.stream().anyMatch(event -> event.kind().equals("21"));
    }

    Optional<LocalDate> latest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.lastKey());
    }

    /** Of a month, whatever was reported last. */
    Optional<Version> of(YearMonth month) {
        return versions.values().stream().filter(v -> month.equals(v.month())).max(Comparator.comparing(Version::reported));
    }

    Optional<YearMonth> latestMonth() {
        return versions.values().stream().map(Version::month).filter(month -> month != null).max(Comparator.naturalOrder());
    }

    /** Whether a classification of this day fits between those reported just before and just after. */
    boolean fits(LocalDate reported, LocalDate classified) {
        var before = versions.lowerEntry(reported);
        var after = versions.higherEntry(reported);
        return (before == null || !classified.isBefore(before.getValue().classified())) && (after == null || !classified.isAfter(after.getValue().classified()));
    }
}
