package io.jinqiao.assessment.scheme;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles the formulas of one scheme: Common Expression Language, cut down to whole numbers and comparisons. */
final class Formulas {
    private static final CelStandardDeclarations WORDS = CelStandardDeclarations.newBuilder()
            .includeFunctions(
                    StandardFunction.ADD,
                    StandardFunction.SUBTRACT,
                    StandardFunction.MULTIPLY,
                    StandardFunction.CONDITIONAL,
                    StandardFunction.LOGICAL_AND,
                    StandardFunction.LOGICAL_OR,
                    StandardFunction.LOGICAL_NOT,
                    StandardFunction.EQUALS,
                    StandardFunction.NOT_EQUALS,
                    StandardFunction.LESS,
                    StandardFunction.LESS_EQUALS,
                    StandardFunction.GREATER,
                    StandardFunction.GREATER_EQUALS)
            .build();
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([a-z0-9_]+)'.*", Pattern.DOTALL);

    private final Collection<String> known;
    private final CelCompiler numbers;
    private final CelCompiler conditions;

    /** @param derived names a scheme gives to values of its own */
    Formulas(Collection<String> derived) {
        known = new TreeSet<>(derived);
        for (Fact fact : Fact.values()) {
            known.add(fact.word());
        }
        numbers = compiler(SimpleType.INT);
        conditions = compiler(SimpleType.BOOL);
    }

    private CelCompiler compiler(CelType result) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(WORDS)
                .setResultType(result);
        known.forEach(name -> builder.addVar(name, SimpleType.INT));
        return builder.build();
    }

    /** @return null when it is wrong; then the problem is on the list */
    @Nullable Formula number(String text, Node at, Problems problems) {
        return compiled(numbers.compile(text), text, at, problems);
    }

    /** @return null when it is wrong; then the problem is on the list */
    @Nullable Formula condition(String text, Node at, Problems problems) {
        return compiled(conditions.compile(text), text, at, problems);
    }

    private @Nullable Formula compiled(CelValidationResult result, String text, Node at, Problems problems) {
        if (!result.hasError()) {
            try {
                return new Formula(text, result.getAst());
            } catch (dev.cel.common.CelValidationException e) {
                throw new IllegalStateException("there was no error", e);
            }
        }
        result.getErrors().forEach(issue -> tell(issue, text, at, problems));
        return null;
    }

    private void tell(CelIssue issue, String text, Node at, Problems problems) {
        Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
        if (undeclared.matches()) {
            problems.unknown(at, "fact", undeclared.group(1), known);
        } else {
            problems.at(
                    at,
                    "公式有误 / the formula \"" + text + "\" is wrong at character " + issue.getSourceLocation().getColumn() + ": " + issue.getMessage(),
                    "whole numbers, + - *, comparisons, && || ! and ?: are known");
        }
    }
}
