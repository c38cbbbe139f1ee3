package io.jinqiao.assessment.scheme;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One expression over named facts, compiled and typed at start. Whole numbers only and no division, so that nothing is rounded in it. */
public final class Formula {
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder().build();

    private final String text;
    private final Set<String> names;
    private final CelRuntime.Program program;

    Formula(String text, CelAbstractSyntaxTree tree) {
        this.text = text;
        this.names = names(tree);
        try {
            this.program = RUNTIME.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException("a formula that was checked does not compile: " + text, e);
        }
    }

    static Set<String> names(CelAbstractSyntaxTree tree) {
        Set<String> names = new TreeSet<>();
        tree.getReferenceMap().values().stream()
                .filter(reference -> reference.overloadIds().isEmpty())
                .forEach(reference -> names.add(reference.name()));
        return names;
    }

    /** What it names: facts and derived values. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** @throws ArithmeticException when a value passes 2^63 */
    long number(Map<String, Long> values) {
        return (Long) value(values);
    }

    /** @throws ArithmeticException when a value passes 2^63 */
    boolean holds(Map<String, Long> values) {
        return (Boolean) value(values);
    }

    private Object value(Map<String, Long> values) {
        try {
            return program.eval(new HashMap<>(values));
        } catch (CelEvaluationException e) {
            throw new ArithmeticException(text + ": " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
