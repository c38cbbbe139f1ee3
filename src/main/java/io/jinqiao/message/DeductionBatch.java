package io.jinqiao.message;

import java.util.List;

/** What a batch of deductions says of itself must fit its lines; order and result alike. */
final class DeductionBatch {
    private DeductionBatch() {}

    /**
     * @param amounts of the lines, in their order
     * @param numbers of the lines
     */
    static void tellContradictions(Fields f, int count, Money total, List<InstalmentParts> amounts, List<?> numbers) {
        if (numbers.size() != count) {
            f.problem("count", FailureCode.FIELDS_DISAGREE, "lines");
        }
        if (InstalmentParts.sum(amounts) != total.fen()) {
            f.problem("total", FailureCode.FIELDS_DISAGREE, "lines");
        }
        if (numbers.stream().distinct().count() < numbers.size()) {
            f.problem("lines", FailureCode.FIELDS_DISAGREE, "lineNo");
        }
    }
}
