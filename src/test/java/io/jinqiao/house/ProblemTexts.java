package io.jinqiao.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Texts about problems in data files that speak one language only, read from the sources by the compiler's own parser. */
final class ProblemTexts {
    /** A piece of a text only the running program knows. */
    private static final String SOMETHING = "\u2026";

    private static final Pattern HANZI_SLASH = Pattern.compile("\\p{IsHan}.* / .*[A-Za-z]", Pattern.DOTALL);
    /** Words, not an example: two plain words side by side. */
    private static final Pattern WORDS = Pattern.compile("[a-z]{2,},? [a-z]{2,}");

    /** Who says: a method or constructor, the place of the problem among its arguments, and that of the fix, -1 for none. */
    private record Saying(String name, int arguments, int what, int fix) {}

    private static final Set<Saying> SAYINGS = Set.of(
            new Saying("problems.at", 2, 1, -1),
            new Saying("problems.at", 3, 1, 2),
            new Saying("problems.unknown", 4, 1, -1),
            new Saying("problems.file", 3, 1, 2),
            new Saying("RuleProblem", 6, 4, 5));

    private final Set<Saying> sayings = new LinkedHashSet<>(SAYINGS);
    private final Set<String> oneSided = new LinkedHashSet<>();
    private final String path;
    private final CompilationUnitTree unit;
    private @Nullable MethodTree around;

    private ProblemTexts(String path, CompilationUnitTree unit) {
        this.path = path;
        this.unit = unit;
    }

    /** {@code path: text} of every text without its Chinese side; what a variable holds only at run time is not known here. */
    static List<String> oneSided(Map<String, String> sources) {
        List<String> found = new ArrayList<>();
        sources.forEach((path, text) -> found.addAll(new ProblemTexts(path, parsed(path, text)).read()));
        return found;
    }

    private static CompilationUnitTree parsed(String path, String text) {
        var source = new SimpleJavaFileObject(URI.create("text:///" + path), Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        try {
            var task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, List.of(source));
            return task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A method that hands its own argument on says it too, so its callers in this file are read after it, until there is no other. */
    private Set<String> read() {
        int before;
        do {
            before = sayings.size();
            unit.accept(new Calls(), null);
        } while (sayings.size() > before);
        return oneSided;
    }

    private final class Calls extends TreeScanner<Void, Void> {
        @Override
        public Void visitMethod(MethodTree method, Void none) {
            MethodTree outer = around;
            around = method;
            super.visitMethod(method, none);
            around = outer;
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            said(name(call.getMethodSelect()), call.getArguments());
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public Void visitNewClass(NewClassTree call, Void none) {
            said(call.getIdentifier().toString(), call.getArguments());
            return super.visitNewClass(call, none);
        }
    }

    private static String name(ExpressionTree method) {
        boolean own = method instanceof MemberSelectTree selected && selected.getExpression().toString().equals("this");
        return own ? ((MemberSelectTree) method).getIdentifier().toString() : method.toString();
    }

    private void said(String name, List<? extends ExpressionTree> arguments) {
        for (Saying saying : List.copyOf(sayings)) {
            if (saying.name().equals(name) && saying.arguments() == arguments.size()) {
                judge(arguments.get(saying.what()), true);
                if (saying.fix() >= 0) {
                    judge(arguments.get(saying.fix()), false);
                }
                handedOn(arguments.get(saying.what()), saying.fix() < 0 ? null : arguments.get(saying.fix()));
            }
        }
    }

    private void handedOn(ExpressionTree what, @Nullable ExpressionTree fix) {
        int place = parameter(what);
        if (place >= 0) {
            MethodTree method = Objects.requireNonNull(around);
            sayings.add(new Saying(method.getName().toString(), method.getParameters().size(), place, fix == null ? -1 : parameter(fix)));
        }
    }

    private int parameter(ExpressionTree value) {
        if (around != null && value instanceof IdentifierTree named) {
            List<? extends VariableTree> parameters = around.getParameters();
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).getName().equals(named.getName())) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void judge(ExpressionTree said, boolean problem) {
        texts(said, 3).forEach(text -> {
            boolean speaks = problem ? text.matches("(?s).*[A-Za-z]{2}.*") : WORDS.matcher(text).find();
            if (speaks && !HANZI_SLASH.matcher(text).find()) {
                oneSided.add(path + ": " + text);
            }
        });
    }

    /** Every text an expression may come to. @param depth how many names are still followed */
    private Stream<String> texts(@Nullable Tree said, int depth) {
        if (said instanceof LiteralTree literal) {
            return Stream.of(literal.getValue() instanceof String text ? text : SOMETHING);
        }
        if (said instanceof ParenthesizedTree inner) {
            return texts(inner.getExpression(), depth);
        }
        if (said instanceof ConditionalExpressionTree either) {
            return Stream.concat(texts(either.getTrueExpression(), depth), texts(either.getFalseExpression(), depth));
        }
        if (said instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            List<String> right = texts(sum.getRightOperand(), depth).toList();
            return texts(sum.getLeftOperand(), depth).flatMap(left -> right.stream().map(left::concat));
        }
        List<Tree> behind = depth == 0 ? List.of() : behind(said);
        return behind.isEmpty() ? Stream.of(SOMETHING) : behind.stream().flatMap(tree -> texts(tree, depth - 1));
    }

    /** What stands behind a name of this file: a variable's first value, what a method returns. */
    private List<Tree> behind(@Nullable Tree named) {
        List<Tree> behind = new ArrayList<>();
        String name = named instanceof IdentifierTree variable ? variable.getName().toString() : named instanceof MethodInvocationTree call ? name(call.getMethodSelect()) : "";
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void none) {
                if (named instanceof IdentifierTree && variable.getName().contentEquals(name) && variable.getInitializer() != null) {
                    behind.add(variable.getInitializer());
                }
                return super.visitVariable(variable, none);
            }

            @Override
            public Void visitMethod(MethodTree method, Void none) {
                if (named instanceof MethodInvocationTree && method.getName().contentEquals(name) && method.getBody() != null) {
                    new Returns(behind).scan(method.getBody(), null);
                }
                return super.visitMethod(method, none);
            }
        }.scan(unit, null);
        return behind;
    }

    private static final class Returns extends TreeScanner<Void, Void> {
        private final List<Tree> values;

        Returns(List<Tree> values) {
            this.values = values;
        }

        @Override
        public Void visitReturn(com.sun.source.tree.ReturnTree back, Void none) {
            if (back.getExpression() != null) {
                values.add(back.getExpression());
            }
            return null;
        }

        @Override
        public Void visitClass(ClassTree inner, Void none) {
            return null;
        }

        @Override
        public Void visitLambdaExpression(com.sun.source.tree.LambdaExpressionTree inner, Void none) {
            return null;
        }
    }
}
