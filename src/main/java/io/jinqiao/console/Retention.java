package io.jinqiao.console;

import io.jinqiao.loan.LoanWord;
import io.jinqiao.message.Words;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How long what is said of a person may be read ({@code rules/retention.yaml}). */
@Component
public class Retention {
    private static final Set<LoanWord> NOT_GRANTED = EnumSet.of(LoanWord.REJECTED, LoanWord.EXPIRED, LoanWord.WITHDRAWN);
    private static final Set<LoanWord> SETTLED = EnumSet.of(LoanWord.SETTLED, LoanWord.RELEASED, LoanWord.WRITTEN_OFF);

    /** Of one kind of record. @param source where the number is from */
    public record Period(Kind record, Title title, Years years, String source) {}

    public enum Kind { JOURNAL, APPLICATION, ATTACHMENT, OPINION }

    public record Title(String zh, String en) {}

    /** By how the application ended. */
    public record Years(int notGranted, int settled) {}

    record Table(int format, List<Period> periods) {}

    private final List<Period> periods;

    /** @throws io.jinqiao.rulebook.RulebookException with every problem of the file */
    public Retention(Sources sources) {
        Document file = RuleFile.checked(sources, "retention");
        Problems problems = new Problems();
        this.periods = List.copyOf(file.as(Table.class).periods());
        Set<Kind> missing = EnumSet.allOf(Kind.class);
        periods.forEach(period -> missing.remove(period.record()));
        missing.forEach(kind -> problems.at(file.root(), "缺少保存期限 / the period of \"" + Words.of(kind) + "\" is missing"));
        problems.throwIfAny();
    }

    public List<Period> periods() {
        return periods;
    }

    /** Words of loans whose period runs, as the facts have them. */
    public static List<String> ended() {
        Set<LoanWord> ended = EnumSet.copyOf(NOT_GRANTED);
        ended.addAll(SETTLED);
        return ended.stream().map(LoanWord::id).toList();
    }

    /**
     * Last day on which it must be readable: everything of an application is under the same keys, so the longest period counts.
     *
     * @param last day of the last thing that happened to it
     * @return empty while the loan runs
     */
    public Optional<LocalDate> keptUntil(LoanWord word, LocalDate last) {
        if (NOT_GRANTED.contains(word)) {
            return Optional.of(last.plusYears(longest(Years::notGranted)));
        }
        return SETTLED.contains(word) ? Optional.of(last.plusYears(longest(Years::settled))) : Optional.empty();
    }

    private int longest(java.util.function.ToIntFunction<Years> of) {
        return periods.stream().map(Period::years).mapToInt(of).max().orElseThrow();
    }
}
