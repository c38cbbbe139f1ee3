package io.jinqiao.credit.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The first adverse record of an episode waits until everybody it is told of was told. What waits is never sent as something else. */
public final class AdverseGate {

    /** @param person who waits to be told @param zh and @param en why the record waits */
    public record Hold(String person, String zh, String en) {}

    /**
     * Arrears a record tells of.
     *
     * @param since the day the oldest unpaid instalment fell due
     * @param day of which the record tells: it was unpaid from the one to the other
     * @param accepted whether the Center accepted something adverse of a day between: the episode was reported
     */
    public record Arrears(LocalDate since, LocalDate day, boolean accepted) {}

    private AdverseGate() {}

    /**
     * Which notices are about these arrears. An episode goes by the first day of the month in which its first instalment fell due; it stays the same while the
     * oldest instalment is paid after the next one was missed and reported.
     *
     * @param notices of the account, by episode
     */
    public static LocalDate episode(Arrears arrears, SortedMap<LocalDate, Map<String, Notice>> notices) {
        LocalDate month = arrears.since().withDayOfMonth(1);
        SortedMap<LocalDate, Map<String, Notice>> before = notices.headMap(arrears.day().plusDays(1));
        boolean within = !before.isEmpty() && !before.lastKey().isBefore(month);
        boolean reported = !before.isEmpty() && arrears.accepted() && somebodyTold(before.get(before.lastKey()));
        return within || reported ? before.lastKey() : month;
    }

    /**
     * For whom an adverse record waits; it may leave when there is nobody. An episode that was reported though nobody was told from here was told by somebody
     * else: the bank, while it had to.
     *
     * @param parts borrower, and each other who must pay; all of them
     * @param notices of the account, by episode
     * @param leaves the day the file is made
     */
    public static List<Hold> holds(List<String> parts, Arrears arrears, SortedMap<LocalDate, Map<String, Notice>> notices, Duties duties, LocalDate leaves) {
        LocalDate episode = episode(arrears, notices);
        Map<String, Notice> own = notices.getOrDefault(episode, Map.of());
        if (duties.bankTells() || arrears.accepted() && !somebodyTold(own)) {
            return List.of();
        }
        if (parts.isEmpty()) {
            return List.of(new Hold("", "没有任何告知对象的记录，不得报送", "nobody is on file to be told: it does not leave"));
        }
        return parts.stream()
                .filter(part -> !told(own.get(part), duties, leaves) && !(duties.notice().oncePerLoan() && toldBefore(part, notices.headMap(episode))))
                .map(part -> new Hold(part, "不良信息报送前应先告知本人", "must be told before something adverse is told of them"))
                .toList();
    }

    private static boolean somebodyTold(Map<String, Notice> notices) {
        return notices.values().stream().anyMatch(notice -> notice instanceof Notice.Sent || arrived(notice));
    }

    private static boolean arrived(@Nullable Notice notice) {
        return notice instanceof Notice.Delivered || notice instanceof Notice.Released;
    }

    private static boolean told(@Nullable Notice notice, Duties duties, LocalDate leaves) {
        return notice != null && NoticeRules.told(notice, duties.notice().suffices(), leaves);
    }

    private static boolean toldBefore(String part, SortedMap<LocalDate, Map<String, Notice>> earlier) {
        return earlier.values().stream().anyMatch(notices -> arrived(notices.get(part)));
    }
}
