package io.jinqiao.credit.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The first adverse record of an episode waits until everybody it is told of was told. What waits is never sent as something else. */
public final class AdverseGate {

    /** @param person who waits to be told @param zh and @param en why the record waits */
    public record Hold(String person, String zh, String en) {}

    private AdverseGate() {}

    /**
     * Whether an adverse record has to wait for notices at all.
     *
     * @param before whether the record the Center accepted last is adverse: the episode is told already
     * @param earlier whether everybody was told in an earlier episode of the same loan
     */
    public static boolean waits(boolean before, boolean earlier, Duties duties) {
        return !before && !duties.bankTells() && !(earlier && duties.notice().oncePerLoan());
    }

    /**
     * @param notices by person: borrower, and each other who must pay; all of them
     * @param leaves the day the file is made
     * @return for whom an adverse record waits; empty when it may leave
     */
    public static List<Hold> holds(boolean before, boolean earlier, Duties duties, Map<String, Notice> notices, LocalDate leaves) {
        if (!waits(before, earlier, duties)) {
            return List.of();
        }
        if (notices.isEmpty()) {
            return List.of(new Hold("", "没有任何告知对象的记录，不得报送", "nobody is on file to be told: it does not leave"));
        }
        List<Hold> holds = new ArrayList<>();
        notices.forEach((person, notice) -> {
            if (!NoticeRules.told(notice, duties.notice().suffices(), leaves)) {
                holds.add(new Hold(person, "不良信息报送前应先告知本人", "must be told before something adverse is told of them"));
            }
        });
        return List.copyOf(holds);
    }
}
