package io.jinqiao.loan.rules;

import io.jinqiao.loan.model.Scheme;
import io.jinqiao.loan.model.SecurityPiece;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.LoanApplication.LoanKind;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which loans are taken, and the security each needs ({@code rules/schemes.yaml}). */
public final class Schemes {
    record Row(String scheme, Title title, List<HomeKind> homeKinds, List<SecurityPiece> requires, String source) {}

    record Table(int format, Set<LoanKind> loanKinds, List<Row> schemes) {}

    private final Set<LoanKind> taken;
    private final Map<HomeKind, Scheme> byHome = new EnumMap<>(HomeKind.class);
    private final Map<String, Scheme> byName = new TreeMap<>();

    private Schemes(Set<LoanKind> taken) {
        this.taken = taken;
    }

    static Schemes read(Sources sources) {
        Document file = RuleFile.checked(sources, "schemes");
        Problems problems = new Problems();
        Table table = file.as(Table.class);
        Schemes schemes = new Schemes(table.loanKinds());
        List<Node> rows = file.group().rows("schemes");
        for (int i = 0; i < rows.size(); i++) {
            schemes.add(table.schemes().get(i), rows.get(i), problems);
        }
        for (HomeKind home : HomeKind.values()) {
            if (!schemes.byHome.containsKey(home)) {
                problems.at(file.root(), "此类房屋没有方案 / no scheme is taken for homes of the kind " + Words.of(home));
            }
        }
        problems.throwIfAny();
        return schemes;
    }

    private void add(Row row, Node at, Problems problems) {
        Scheme scheme = new Scheme(row.scheme(), Set.copyOf(row.requires()));
        if (byName.putIfAbsent(row.scheme(), scheme) != null) {
            problems.at(at, "方案重复 / the scheme \"" + row.scheme() + "\" is there twice");
        }
        for (HomeKind home : row.homeKinds()) {
            if (byHome.putIfAbsent(home, scheme) != null) {
                problems.at(at, "此类房屋有两个方案 / homes of the kind " + Words.of(home) + " have two schemes");
            }
        }
    }

    /**
     * The scheme an application is taken under.
     *
     * @throws Refusal {@code LOAN_KIND_UNSUPPORTED}: never processed as something it is not
     */
    public Scheme of(LoanApplication application) {
        if (!taken.contains(application.loanKind())) {
            throw new Refusal(
                    Problem.at("loanKind", FailureCode.LOAN_KIND_UNSUPPORTED, Words.of(application.loanKind())));
        }
        return byHome.get(application.homeKind());
    }

    /** @throws IllegalStateException when a stored loan has a scheme the file no longer knows */
    public Scheme named(String name) {
        Scheme scheme = byName.get(name);
        if (scheme == null) {
            throw new IllegalStateException("rules/schemes.yaml lost the scheme " + name + ", which a loan has");
        }
        return scheme;
    }
}
