package io.jinqiao.workbench.simulate.credit.report;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about reporting.
 *
 * @param gzip whether the clear text comes compressed
 * @param seal null: not encrypted
 * @param sealsFeedback whether feedback goes back wrapped as files come
 * @param rowsCountTheHead whether {@code ErrRecId} counts the header line; public systems disagree
 * @param wantsReferences whether borrower, mortgage contract and credit line must have been taken before the account
 * @param loanCards loan card numbers (中征码) of organisations the database knows
 */
public record ReportSettings(boolean gzip, @Nullable Seal seal, boolean sealsFeedback, boolean rowsCountTheHead, boolean wantsReferences, List<Provider> providers, Set<String> loanCards) {

    /**
     * A data provider.
     *
     * @param segmentCodes prefixes of its identifiers and file names
     * @param organisations its offices that are not cancelled
     */
    public record Provider(Set<String> segmentCodes, Set<String> organisations) {}

    /** Clear text of the invented provider D19999999H0001. */
    public static ReportSettings plain() {
        Provider invented = new Provider(Set.of("D19999999H0001", "D19999999H0002"), Set.of("D19999999H0001", "D19999999H0002"));
        return new ReportSettings(false, null, false, true, true, List.of(invented), Set.of());
    }

    public ReportSettings compressed() {
        return new ReportSettings(true, seal, sealsFeedback, rowsCountTheHead, wantsReferences, providers, loanCards);
    }

    public ReportSettings sealedBy(Seal agreed) {
        return new ReportSettings(gzip, agreed, sealsFeedback, rowsCountTheHead, wantsReferences, providers, loanCards);
    }

    public ReportSettings sealingFeedback() {
        return new ReportSettings(gzip, seal, true, rowsCountTheHead, wantsReferences, providers, loanCards);
    }

    public ReportSettings countingRecordsOnly() {
        return new ReportSettings(gzip, seal, sealsFeedback, false, wantsReferences, providers, loanCards);
    }

    public ReportSettings withoutReferences() {
        return new ReportSettings(gzip, seal, sealsFeedback, rowsCountTheHead, false, providers, loanCards);
    }

    public ReportSettings of(Provider... known) {
        return new ReportSettings(gzip, seal, sealsFeedback, rowsCountTheHead, wantsReferences, List.of(known), loanCards);
    }

    public ReportSettings knowing(String... cards) {
        return new ReportSettings(gzip, seal, sealsFeedback, rowsCountTheHead, wantsReferences, providers, Set.of(cards));
    }

    @Nullable Provider provider(String segmentCode) {
        return providers.stream().filter(p -> p.segmentCodes().contains(segmentCode)).findFirst().orElse(null);
    }
}
