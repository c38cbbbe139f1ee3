package io.jinqiao.workbench.bench.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What survived, held against the recorded reasons.
 *
 * @param rows by class, in the order of the alphabet
 * @param unexplained survivors without a reason
 * @param idle reasons about measured classes that fit no survivor any more
 */
record Judgement(List<Row> rows, List<Mutant> unexplained, List<AcceptedSurvivor> idle) {

    /** @param reasoned survivors with a recorded reason, among the survived */
    record Row(String type, int mutants, int killed, int survived, int reasoned) {}

    static Judgement of(List<Mutant> mutants, List<AcceptedSurvivor> accepted) {
        Map<AcceptedSurvivor, Integer> left = new HashMap<>();
        accepted.forEach(reason -> left.merge(reason, reason.covers(), Integer::sum));
        Map<String, Row> rows = new TreeMap<>();
        List<Mutant> unexplained = new ArrayList<>();
        for (Mutant mutant : mutants) {
            boolean reasoned = !mutant.killed() && take(left, mutant);
            rows.merge(mutant.type(), row(mutant, reasoned), Judgement::sum);
            if (!mutant.killed() && !reasoned) {
                unexplained.add(mutant);
            }
        }
        List<AcceptedSurvivor> idle = accepted.stream()
                .filter(reason -> rows.containsKey(reason.type()) && left.getOrDefault(reason, 0) > 0)
                .toList();
        return new Judgement(List.copyOf(rows.values()), unexplained, idle);
    }

    private static boolean take(Map<AcceptedSurvivor, Integer> left, Mutant mutant) {
        for (Map.Entry<AcceptedSurvivor, Integer> reason : left.entrySet()) {
            if (reason.getValue() > 0 && reason.getKey().speaksOf(mutant)) {
                reason.setValue(reason.getValue() - 1);
                return true;
            }
        }
        return false;
    }

    private static Row row(Mutant mutant, boolean reasoned) {
        return new Row(mutant.type(), 1, mutant.killed() ? 1 : 0, mutant.killed() ? 0 : 1, reasoned ? 1 : 0);
    }

    private static Row sum(Row a, Row b) {
        return new Row(
                a.type(), a.mutants() + b.mutants(), a.killed() + b.killed(), a.survived() + b.survived(), a.reasoned() + b.reasoned());
    }

    boolean clean() {
        return unexplained.isEmpty();
    }

    /** The table, then every survivor without a reason, then the reasons nobody needs. */
    String words() {
        StringBuilder words = new StringBuilder();
        String form = "%-55s %8s %8s %8s %8s%n";
        words.append(String.format(form, "class", "mutants", "killed", "survived", "reasoned"));
        Row all = new Row("together", 0, 0, 0, 0);
        for (Row row : rows) {
            words.append(String.format(form, row.type(), row.mutants(), row.killed(), row.survived(), row.reasoned()));
            all = sum(all, row);
        }
        words.append(String.format(form, all.type(), all.mutants(), all.killed(), all.survived(), all.reasoned()));
        unexplained.forEach(mutant -> words.append("survived without a reason: ").append(mutant.words()).append('\n'));
        idle.forEach(reason -> words.append("a reason nothing needs: ").append(reason.in()).append(", ").append(reason.change())
                .append(", ").append(reason.code()).append('\n'));
        return words.toString();
    }
}
