package io.jinqiao.workbench.simulate.credit.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Which rules have refused something since the Center opened. */
public final class Coverage {
    private final Catalogue catalogue;
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();

    Coverage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void refused(String key) {
        refusals.computeIfAbsent(key, k -> new LongAdder()).increment();
    }

    public int exercised() {
        return refusals.size();
    }

    public int implemented() {
        return catalogue.keys().size();
    }

    /** How often each rule refused, by its key; 0 for one that never did. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        catalogue.keys().forEach(key -> counts.put(key, refusals.containsKey(key) ? refusals.get(key).sum() : 0));
        return counts;
    }

    /** For people: the sum first, then a line for each rule, then what is not told. */
    public String table() {
        String rules = counts().entrySet().stream().map(e -> String.format("%8d  %s  [%s]", e.getValue(), e.getKey(), basis(e.getKey()))).collect(Collectors.joining("\n"));
        String untold = new TreeMap<>(Catalogue.UNTOLD).entrySet().stream().map(e -> "       -  " + e.getKey() + ": " + e.getValue()).collect(Collectors.joining("\n"));
        return "规则：已触发 / 已实现 / rules exercised / implemented: " + exercised() + " / " + implemented() + "\n" + rules
                + "\n资料未说明、未实现 / named by the sheet, not told enough, not implemented:\n" + untold;
    }

    private String basis(String key) {
        Rule.Basis basis = catalogue.ofRecords().stream()
                .filter(rule -> rule.key().equals(key))
                .map(Rule::basis)
                .findFirst()
                .orElseGet(() -> catalogue.ofFiles().stream().filter(rule -> rule.key().equals(key)).map(FileRule::basis).findFirst().orElseThrow());
        return switch (basis) {
            case TOLD -> "told";
            case ID_OURS -> "id ours";
            case MEANING_OURS -> "meaning ours";
        };
    }
}
