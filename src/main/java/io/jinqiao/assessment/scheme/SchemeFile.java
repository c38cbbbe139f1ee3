package io.jinqiao.assessment.scheme;

import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code rules/assessment/}: every problem at once, with its line. */
final class SchemeFile {
    /** So many cases at least lie between the full and the zero mark. */
    private static final BigDecimal LEAST_CASES = new BigDecimal("1.25");

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    record Effective(LocalDate from, @Nullable LocalDate to) {}

    record Derived(String name, String formula) {}

    record Value(String of, String per, int times, String unit) {}

    record Sample(String of, long least) {}

    enum Direction {
        LESS,
        MORE
    }

    record Row(
            String id,
            Title title,
            String block,
            Value value,
            Direction better,
            BigDecimal full,
            BigDecimal zero,
            BigDecimal weight,
            Sample sample,
            String source) {}

    record VetoRow(String when, String grade) {}

    record Fee(BigDecimal capPercent) {}

    record Table(
            int format,
            String scheme,
            Title title,
            String source,
            Effective effective,
            @Nullable List<Derived> derived,
            List<Row> indicators,
            @Nullable VetoRow veto,
            List<BandChecks.Row> bands,
            Scheme.Coefficient coefficient,
            @Nullable BigDecimal ramp,
            BigDecimal minimumWeight,
            Scheme.@Nullable Expectation expectation,
            @Nullable Sample minimumSample,
            Scheme.@Nullable Repeat twiceRunning,
            Fee fee,
            Scheme.Procedure procedure) {}

    private final Document file;
    private final Table table;
    private final Problems problems;
    private final Formulas formulas;

    private SchemeFile(Document file, Problems problems) {
        this.file = file;
        this.table = file.as(Table.class);
        this.problems = problems;
        this.formulas = new Formulas(derivedRows().stream().map(Derived::name).toList());
    }

    /** @return null when something is wrong; then the problems are on the list */
    static @Nullable Scheme read(Sources sources, Source source, Problems problems) {
        Problems own = new Problems();
        AtomicReference<Scheme> scheme = new AtomicReference<>();
        own.collect(() -> scheme.set(new SchemeFile(RuleFile.checked(sources, source, "assessment"), own).scheme()));
        own.list().forEach(problems::add);
        return own.isEmpty() ? scheme.get() : null;
    }

    private @Nullable Scheme scheme() {
        LinkedHashMap<String, Formula> derived = derived();
        List<Indicator> indicators = indicators();
        List<Band> bands = BandChecks.bands(table.bands(), file.group().rows("bands"), problems);
        Scheme.Veto veto = veto();
        Scheme.MinimumSample least = minimumSample();
        if (table.twiceRunning() != null) {
            grade(table.twiceRunning().grade(), "twice-running");
            grade(table.twiceRunning().becomes(), "twice-running");
        }
        ramp();
        dates();
        if (!problems.isEmpty()) {
            return null;
        }
        return new Scheme(
                table.scheme(),
                table.title(),
                table.source(),
                table.effective().from(),
                table.effective().to(),
                derived,
                indicators,
                bands,
                table.coefficient(),
                table.ramp(),
                table.minimumWeight(),
                table.expectation(),
                least,
                veto,
                table.twiceRunning(),
                table.fee().capPercent(),
                table.procedure());
    }

    private List<Derived> derivedRows() {
        return Optional.ofNullable(table.derived()).orElse(List.of());
    }

    /** In an order in which each comes after those it uses. */
    private LinkedHashMap<String, Formula> derived() {
        LinkedHashMap<String, Formula> open = new LinkedHashMap<>();
        List<Node> places = file.group().rows("derived");
        for (int i = 0; i < derivedRows().size(); i++) {
            Derived row = derivedRows().get(i);
            Formula formula = formulas.number(row.formula(), leaf(places.get(i), "formula"), problems);
            if (Fact.of(row.name()).isPresent() || open.containsKey(row.name())) {
                problems.at(places.get(i), "名称重复 / the name " + row.name() + " is taken");
            } else if (formula != null) {
                open.put(row.name(), formula);
            }
        }
        return sorted(open, places);
    }

    private LinkedHashMap<String, Formula> sorted(LinkedHashMap<String, Formula> open, List<Node> places) {
        LinkedHashMap<String, Formula> sorted = new LinkedHashMap<>();
        boolean found = true;
        while (found) {
            List<String> ready = open.keySet().stream()
                    .filter(name -> open.get(name).names().stream().noneMatch(open::containsKey))
                    .toList();
            ready.forEach(name -> sorted.put(name, Objects.requireNonNull(open.remove(name))));
            found = !ready.isEmpty();
        }
        if (!open.isEmpty()) {
            problems.at(places.get(0), "公式循环引用 / formulas that go round in a circle: " + String.join(", ", open.keySet()), "let one of them name facts only");
        }
        return sorted;
    }

    private List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>();
        List<Node> places = file.group().rows("indicators");
        Set<String> seen = new HashSet<>();
        BigDecimal weights = BigDecimal.ZERO;
        for (int i = 0; i < table.indicators().size(); i++) {
            Row row = table.indicators().get(i);
            Node.Group at = (Node.Group) places.get(i);
            weights = weights.add(row.weight());
            if (!seen.add(row.id())) {
                problems.at(at, "指标重复 / the indicator " + row.id() + " is there twice");
            }
            ends(row, at);
            enough(row, at);
            indicator(row, at).ifPresent(indicators::add);
        }
        if (weights.compareTo(HUNDRED) != 0) {
            problems.at(
                    places.get(0),
                    "权重之和应为 100 / the weights add up to " + weights.toPlainString() + ", not to 100",
                    "change weights by " + HUNDRED.subtract(weights).toPlainString() + " in all");
        }
        return indicators;
    }

    /** The direction is written beside the marks, so that exchanged marks are noticed. */
    private void ends(Row row, Node.Group at) {
        int order = row.full().compareTo(row.zero());
        if (order == 0 || (order < 0) != (row.better() == Direction.LESS)) {
            problems.at(
                    leaf(at, "full"),
                    "满分值与零分值的方向不符 / full " + row.full().toPlainString() + " and zero " + row.zero().toPlainString() + " do not fit \"better: " + (row.better() == Direction.LESS ? "less" : "more") + "\"",
                    "exchange full and zero, or say the other direction");
        }
    }

    /** One case alone takes at most four fifths of the points; of what is counted in the cases that are its sample. */
    private void enough(Row row, Node.Group at) {
        BigDecimal way = row.zero().subtract(row.full()).abs();
        if (row.value().per().equals(row.sample().of()) && way.signum() > 0) {
            BigDecimal least = BigDecimal.valueOf(row.value().times()).multiply(LEAST_CASES).divide(way, 0, RoundingMode.CEILING);
            if (least.compareTo(BigDecimal.valueOf(row.sample().least())) > 0) {
                problems.at(leaf(at, "sample"), "样本过小，一个案例即可失去几乎全部分数 / with a sample of " + row.sample().least() + " one case takes nearly all points of " + row.id(), "least: " + least.toPlainString() + " or more");
            }
        }
    }

    private Optional<Indicator> indicator(Row row, Node.Group at) {
        Formula of = formulas.number(row.value().of(), leaf(at, "value"), problems);
        Formula per = formulas.number(row.value().per(), leaf(at, "value"), problems);
        Formula sample = formulas.number(row.sample().of(), leaf(at, "sample"), problems);
        if (of == null || per == null || sample == null) {
            return Optional.empty();
        }
        return Optional.of(new Indicator(
                row.id(),
                row.title(),
                row.block(),
                of,
                per,
                row.value().times(),
                row.value().unit(),
                row.full(),
                row.zero(),
                row.weight(),
                sample,
                row.sample().least(),
                row.source()));
    }

    private Scheme.@Nullable Veto veto() {
        if (table.veto() == null) {
            return null;
        }
        Node at = leaf(file.group(), "veto");
        grade(table.veto().grade(), "veto");
        Formula when = formulas.condition(table.veto().when(), at, problems);
        return when == null ? null : new Scheme.Veto(when, table.veto().grade());
    }

    private Scheme.@Nullable MinimumSample minimumSample() {
        if (table.minimumSample() == null) {
            return null;
        }
        Formula of = formulas.number(table.minimumSample().of(), leaf(file.group(), "minimum-sample"), problems);
        return of == null ? null : new Scheme.MinimumSample(of, table.minimumSample().least());
    }

    private void grade(String grade, String member) {
        List<String> grades = table.bands().stream().map(BandChecks.Row::grade).toList();
        if (!grades.contains(grade)) {
            problems.unknown(leaf(file.group(), member), "grade", grade, grades);
        }
    }

    /** It fits into every band that has a better one, and belongs to a line. */
    private void ramp() {
        BigDecimal ramp = table.ramp();
        if (ramp == null) {
            return;
        }
        if (table.coefficient() == Scheme.Coefficient.STEPS) {
            problems.at(leaf(file.group(), "ramp"), "系数分档时没有渐变段 / a ramp belongs to a linear coefficient", "coefficient: linear");
        }
        for (int i = 1; i < table.bands().size(); i++) {
            BandChecks.Row band = table.bands().get(i);
            if (band.below() != null && ramp.compareTo(band.below().subtract(band.from())) > 0) {
                problems.at(leaf(file.group(), "ramp"), "渐变段宽于等级区间 / a ramp of " + ramp.toPlainString() + " points is wider than the band " + band.grade(), "at most its width");
            }
        }
    }

    private void dates() {
        Effective effective = table.effective();
        if (effective.to() != null && effective.to().isBefore(effective.from())) {
            problems.at(leaf(file.group(), "effective"), "截止日早于起始日 / ends before it begins");
        }
    }

    private static Node leaf(Node group, String member) {
        Node found = ((Node.Group) group).get(member);
        return found == null ? group : found;
    }
}
