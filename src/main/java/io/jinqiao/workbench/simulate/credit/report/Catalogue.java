package io.jinqiao.workbench.simulate.credit.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every rule this Center judges by, and what the sheet names without telling enough. */
public final class Catalogue {
    /** Ids the sheet names, and why nothing is refused with them here. */
    public static final Map<String, String> UNTOLD = Map.of(
            "ABR006", "named without a meaning",
            "BLR024, BLR026", "in a range that is named, without a meaning",
            "BBE004", "\"degree must fit education\", without saying which fits",
            "ABE005 in 510", "which element holds a loan card number there is not told",
            "BLE0xx of R1 to R4, C1", "the sheet tells the fields of D1 only",
            "120 130 134 140 221-224 230-234 3xx 4xx 6xx", "named as record types; no fund centre's daily business, no fields told");

    private final List<FileRule> ofFiles;
    private final List<Rule> ofRecords;

    private Catalogue(List<FileRule> ofFiles, List<Rule> ofRecords) {
        this.ofFiles = ofFiles;
        this.ofRecords = ofRecords;
    }

    static Catalogue of(ReportSettings settings) {
        List<Rule> records = Stream.of(
                        CommonRules.all(settings), AccountRules.all(), PerformanceRules.all(), AccountHistoryRules.all(settings), PersonRules.all(), MortgageRules.all(), ChangeRules.all())
                .flatMap(List::stream)
                .toList();
        return new Catalogue(FileRules.all(settings), records);
    }

    /** The same without one rule: for a test that wants to see it missed. */
    Catalogue without(String key) {
        return new Catalogue(
                ofFiles.stream().filter(rule -> !rule.key().equals(key)).toList(), ofRecords.stream().filter(rule -> !rule.key().equals(key)).toList());
    }

    List<FileRule> ofFiles() {
        return ofFiles;
    }

    List<Rule> ofRecords() {
        return ofRecords;
    }

    /** Of every rule, files' first. */
    List<String> keys() {
        return Stream.concat(ofFiles.stream().map(FileRule::key), ofRecords.stream().map(Rule::key)).toList();
    }
}
