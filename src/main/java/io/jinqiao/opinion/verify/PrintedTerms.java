package io.jinqiao.opinion.verify;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the pages say of the approval; null where it is not said exactly once.
 *
 * @param amount figures with separators, such as {@code 600,000.00}
 * @param capitals what stands after （大写）, as far as it is written in capitals
 */
record PrintedTerms(
        @Nullable String opinionNo, @Nullable String version, @Nullable String amount, String capitals, @Nullable String months) {
    private static final Pattern NUMBER = Pattern.compile("编号：([A-Za-z0-9-]{4,40})第(\\d{1,4})版");
    private static final Pattern AMOUNT = Pattern.compile(
            "批准金额¥([0-9,]{1,20}\\.\\d\\d)（大写）([人民币零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]{0,60})");
    private static final Pattern MONTHS = Pattern.compile("批准期限(\\d{1,4})个月");

    static PrintedTerms of(String text) {
        String plain = text.replaceAll("[\\s\\u3000]", "");
        Optional<MatchResult> number = once(NUMBER, plain);
        Optional<MatchResult> amount = once(AMOUNT, plain);
        return new PrintedTerms(
                number.map(m -> m.group(1)).orElse(null),
                number.map(m -> m.group(2)).orElse(null),
                amount.map(m -> m.group(1)).orElse(null),
                amount.map(m -> m.group(2)).orElse(""),
                once(MONTHS, plain).map(m -> m.group(1)).orElse(null));
    }

    /** The match, when everything that matches says the same. */
    private static Optional<MatchResult> once(Pattern pattern, String text) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        boolean same = found.stream().map(MatchResult::group).distinct().count() == 1;
        return same ? Optional.of(found.get(0)) : Optional.empty();
    }
}
