import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes an exported score again, with nothing but the JDK and none of the gateway's classes: {@code java RecomputeScore.java FOLDER}, the folder holding the
 * unpacked export. Every number is a fraction of whole numbers until it is rounded where the rules say so. Exit 0: everything is as the export says.
 */
public class RecomputeScore {
    static final Map<String, List<String>> FACTS = Map.ofEntries(
            Map.entry("loan", List.of("balance", "balance_late_1_to_2", "principal_late_3_plus", "loans_repaying", "late_loans_compared")),
            Map.entry("expected", List.of("balance_by_risk", "late_loans_expected")),
            Map.entry("cure", List.of("loans_late_one", "loans_cured_next_month")),
            Map.entry("contact", List.of("contacts_due", "contacts_on_time")),
            Map.entry("review", List.of("reviews", "reviews_on_time")),
            Map.entry("disbursement", List.of("disbursements", "disbursements_on_time")),
            Map.entry("mortgage", List.of("mortgage_results", "mortgage_results_on_time")),
            Map.entry("application", List.of("cases", "cases_not_returned")),
            Map.entry("reconciliation", List.of("reconciliation_items", "reconciliation_items_matched")),
            Map.entry("reply", List.of("replies_due", "replies_on_time")),
            Map.entry("file", List.of("files_due", "files_on_time")),
            Map.entry("check", List.of("applicant_checks", "applicant_checks_eligible")),
            Map.entry("receipt", List.of("interest_received", "penalty_received")),
            Map.entry("audit", List.of("cases_audited", "errors_grade_1", "errors_grade_2", "errors_grade_3")),
            Map.entry("red-line", List.of("red_line_events")),
            Map.entry("survey", List.of("survey_answers", "survey_points")),
            Map.entry("complaint", List.of("complaints_upheld")));
    /** Only people tell these: no row means not known, not nought. */
    static final List<String> ENTERED = List.of("audit", "red-line", "survey", "complaint");

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Map<String, String> said = table(folder.resolve("score.csv")).get(0);
        Map<String, BigInteger> values = facts(table(folder.resolve("cases.csv")), new BigInteger(said.get("days")));
        Scheme scheme = new Scheme(Files.readAllLines(folder.resolve("scheme.txt")), values);
        List<String> wrong = new ArrayList<>();
        Frac points = Frac.ZERO;
        Frac weight = Frac.ZERO;
        for (Map<String, String> row : table(folder.resolve("indicators.csv"))) {
            String[] rule = scheme.indicators.get(row.get("indicator"));
            String[] found = scheme.indicator(rule);
            compare(wrong, rule[1] + " state", row.get("state"), found[0]);
            compare(wrong, rule[1] + " points", row.get("points"), found[1]);
            if (found[0].equals("graded")) {
                points = points.plus(Frac.of(found[1]));
                weight = weight.plus(Frac.of(rule[7]));
            }
        }
        compare(wrong, "indicators", "" + table(folder.resolve("indicators.csv")).size(), "" + scheme.indicators.size());
        String total = scheme.tooSmall() || weight.less(Frac.of(scheme.minimumWeight)) ? "" : points.times(Frac.of("100")).over(weight).rounded(2);
        String[] grade = scheme.grade(total, said.get("grade_before"));
        compare(wrong, "total", said.get("total"), total);
        compare(wrong, "grade", said.get("grade"), grade[0]);
        compare(wrong, "reason", said.get("reason"), grade[1]);
        compare(wrong, "coefficient", said.get("coefficient"), grade[2]);
        System.out.println(said.get("period_no") + ": " + (total.isEmpty() ? "no score" : total) + " " + grade[0] + " " + grade[2] + (wrong.isEmpty() ? " as exported" : ""));
        wrong.forEach(System.out::println);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    static void compare(List<String> wrong, String what, String exported, String computed) {
        boolean number = exported.matches("-?[0-9.]+") && computed.matches("-?[0-9.]+");
        if (number ? !Frac.of(exported).same(Frac.of(computed)) : !exported.equals(computed)) {
            wrong.add(what + ": the export says " + exported + ", computed is " + computed);
        }
    }

    static Map<String, BigInteger> facts(List<Map<String, String>> cases, BigInteger days) {
        Map<String, BigInteger> sums = new HashMap<>();
        FACTS.forEach((measure, names) -> {
            if (!ENTERED.contains(measure) || cases.stream().anyMatch(row -> row.get("measure").equals(measure))) {
                names.forEach(name -> sums.put(name, BigInteger.ZERO));
            }
        });
        for (Map<String, String> row : cases) {
            String[] amounts = row.get("amounts").split(" ");
            for (int i = 0; row.get("excluded").isEmpty() && i < amounts.length; i++) {
                sums.merge(FACTS.get(row.get("measure")).get(i), new BigInteger(amounts[i]), BigInteger::add);
            }
        }
        for (String balance : List.of("balance", "balance_late_1_to_2", "principal_late_3_plus", "balance_by_risk")) {
            sums.computeIfPresent(balance, (name, fenDays) -> new BigInteger(new Frac(fenDays, days).rounded(0)));
        }
        sums.computeIfPresent("late_loans_expected", (name, thousandths) -> new BigInteger(new Frac(thousandths, BigInteger.valueOf(1000)).rounded(0)));
        return sums;
    }

    /** The lines of {@code scheme.txt}, parted by tabs. */
    static final class Scheme {
        final Map<String, String[]> indicators = new LinkedHashMap<>();
        final List<String[]> bands = new ArrayList<>();
        final Map<String, BigInteger> values;
        String minimumWeight = "0";
        String[] minimumSample;
        boolean linear;
        String ramp;
        String[] veto;
        String[] repeat;

        Scheme(List<String> lines, Map<String, BigInteger> facts) {
            values = new HashMap<>(facts);
            for (String line : lines) {
                String[] parts = line.split("\t");
                switch (parts[0]) {
                    case "derived" -> Formula.value(parts[2], values).ifKnown(value -> values.put(parts[1], value));
                    case "indicator" -> indicators.put(parts[1], parts);
                    case "band" -> bands.add(parts);
                    case "coefficient" -> {
                        linear = parts[1].equals("linear");
                        ramp = parts.length > 2 ? parts[2] : null;
                    }
                    case "minimum-weight" -> minimumWeight = parts[1];
                    case "minimum-sample" -> minimumSample = parts;
                    case "veto" -> veto = parts;
                    case "twice-running" -> repeat = parts;
                    default -> throw new IllegalArgumentException(line);
                }
            }
        }

        /** @return state and points; of a rule: id, of, per, times, full, zero, weight, sample, least */
        String[] indicator(String[] rule) {
            Formula.Known of = Formula.value(rule[2], values);
            Formula.Known per = Formula.value(rule[3], values);
            Formula.Known sample = Formula.value(rule[8], values);
            if (of.value == null || per.value == null || sample.value == null) {
                return new String[] {"missing", ""};
            }
            if (sample.value.compareTo(new BigInteger(rule[9])) < 0 || per.value.signum() <= 0) {
                return new String[] {"too-few", ""};
            }
            Frac x = new Frac(of.value, per.value).times(Frac.of(rule[4]));
            Frac weight = Frac.of(rule[7]);
            Frac earned = weight.times(Frac.of(rule[6]).minus(x)).over(Frac.of(rule[6]).minus(Frac.of(rule[5])));
            String rounded = earned.rounded(2);
            return new String[] {"graded", Frac.of(rounded).less(Frac.ZERO) ? "0.00" : weight.less(Frac.of(rounded)) ? rule[7] : rounded};
        }

        boolean tooSmall() {
            Formula.Known sample = minimumSample == null ? new Formula.Known(BigInteger.ONE) : Formula.value(minimumSample[1], values);
            return minimumSample != null && (sample.value == null || sample.value.compareTo(new BigInteger(minimumSample[2])) < 0);
        }

        /** @return grade, reason, coefficient */
        String[] grade(String total, String before) {
            Formula.Known struck = veto == null ? new Formula.Known(BigInteger.ZERO) : Formula.value(veto[1], values);
            if (struck.value != null && struck.value.signum() != 0) {
                return new String[] {veto[2], "veto", band(veto[2])[3]};
            }
            if (total.isEmpty()) {
                return new String[] {"", tooSmall() ? "too-few-expected" : "too-little-graded", "1"};
            }
            int place = 0;
            while (Frac.of(total).less(Frac.of(bands.get(place)[2]))) {
                place++;
            }
            String[] band = bands.get(place);
            boolean again = repeat != null && band[1].equals(repeat[1]) && before.equals(repeat[1]);
            Frac coefficient = Frac.of(again && !linear ? band(repeat[2])[3] : band[3]);
            if (linear && place > 0) {
                String[] better = bands.get(place - 1);
                Frac width = ramp == null ? Frac.of(better[2]).minus(Frac.of(band[2])) : Frac.of(ramp);
                Frac way = Frac.of(total).minus(Frac.of(better[2]).minus(width)).over(width);
                coefficient = way.less(Frac.ZERO) ? coefficient : coefficient.plus(Frac.of(better[3]).minus(coefficient).times(way));
            }
            return new String[] {again ? repeat[2] : band[1], again ? "twice-running" : "points", coefficient.rounded(4)};
        }

        String[] band(String grade) {
            return bands.stream().filter(band -> band[1].equals(grade)).findFirst().orElseThrow();
        }
    }

    /** Whole numbers, + - *, comparisons, && || !, ?: and brackets; true is 1. */
    static final class Formula {
        static final class Known {
            final BigInteger value;

            Known(BigInteger value) {
                this.value = value;
            }

            void ifKnown(java.util.function.Consumer<BigInteger> then) {
                if (value != null) {
                    then.accept(value);
                }
            }
        }

        private final String text;
        private final Map<String, BigInteger> values;
        private int at;
        private boolean unknown;

        private Formula(String text, Map<String, BigInteger> values) {
            this.text = text.replace(" ", "");
            this.values = values;
        }

        static Known value(String text, Map<String, BigInteger> values) {
            Formula formula = new Formula(text, values);
            BigInteger value = formula.choice();
            if (formula.at != formula.text.length()) {
                throw new IllegalArgumentException(text + " at " + formula.at);
            }
            return new Known(formula.unknown ? null : value);
        }

        private BigInteger choice() {
            BigInteger when = any();
            if (!eat("?")) {
                return when;
            }
            BigInteger then = choice();
            eat(":");
            BigInteger otherwise = choice();
            return when.signum() != 0 ? then : otherwise;
        }

        private BigInteger any() {
            BigInteger left = all();
            while (eat("||")) {
                BigInteger right = all();
                left = truth(left.signum() != 0 || right.signum() != 0);
            }
            return left;
        }

        private BigInteger all() {
            BigInteger left = compared();
            while (eat("&&")) {
                BigInteger right = compared();
                left = truth(left.signum() != 0 && right.signum() != 0);
            }
            return left;
        }

        private BigInteger compared() {
            BigInteger left = sum();
            for (String sign : List.of("<=", ">=", "==", "!=", "<", ">")) {
                if (eat(sign)) {
                    int order = left.compareTo(sum());
                    return truth(switch (sign) {
                        case "<=" -> order <= 0;
                        case ">=" -> order >= 0;
                        case "==" -> order == 0;
                        case "!=" -> order != 0;
                        case "<" -> order < 0;
                        default -> order > 0;
                    });
                }
            }
            return left;
        }

        private BigInteger sum() {
            BigInteger left = product();
            while (true) {
                if (eat("+")) {
                    left = left.add(product());
                } else if (eat("-")) {
                    left = left.subtract(product());
                } else {
                    return left;
                }
            }
        }

        private BigInteger product() {
            BigInteger left = one();
            while (eat("*")) {
                left = left.multiply(one());
            }
            return left;
        }

        private BigInteger one() {
            if (eat("!")) {
                return truth(one().signum() == 0);
            }
            if (eat("(")) {
                BigInteger inside = choice();
                eat(")");
                return inside;
            }
            int from = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            String word = text.substring(from, at);
            if (word.matches("[0-9]+")) {
                return new BigInteger(word);
            }
            unknown |= !values.containsKey(word);
            return values.getOrDefault(word, BigInteger.ONE);
        }

        private boolean eat(String sign) {
            boolean there = text.startsWith(sign, at) && !(sign.equals("!") && text.startsWith("!=", at));
            at += there ? sign.length() : 0;
            return there;
        }

        private static BigInteger truth(boolean holds) {
            return holds ? BigInteger.ONE : BigInteger.ZERO;
        }
    }

    /** A fraction of whole numbers; the lower one above zero. */
    static final class Frac {
        static final Frac ZERO = new Frac(BigInteger.ZERO, BigInteger.ONE);
        final BigInteger upper;
        final BigInteger lower;

        Frac(BigInteger upper, BigInteger lower) {
            this.upper = lower.signum() < 0 ? upper.negate() : upper;
            this.lower = lower.abs();
        }

        static Frac of(String decimal) {
            int point = decimal.indexOf('.');
            int digits = point < 0 ? 0 : decimal.length() - point - 1;
            return new Frac(new BigInteger(decimal.replace(".", "")), BigInteger.TEN.pow(digits));
        }

        Frac plus(Frac other) {
            return new Frac(upper.multiply(other.lower).add(other.upper.multiply(lower)), lower.multiply(other.lower));
        }

        Frac minus(Frac other) {
            return plus(new Frac(other.upper.negate(), other.lower));
        }

        Frac times(Frac other) {
            return new Frac(upper.multiply(other.upper), lower.multiply(other.lower));
        }

        Frac over(Frac other) {
            return new Frac(upper.multiply(other.lower), lower.multiply(other.upper));
        }

        boolean less(Frac other) {
            return minus(other).upper.signum() < 0;
        }

        boolean same(Frac other) {
            return minus(other).upper.signum() == 0;
        }

        /** Half away from zero. */
        String rounded(int digits) {
            BigInteger scaled = upper.abs().multiply(BigInteger.TEN.pow(digits)).multiply(BigInteger.TWO).add(lower).divide(lower.multiply(BigInteger.TWO));
            String text = scaled.toString();
            while (text.length() <= digits) {
                text = "0" + text;
            }
            String sign = upper.signum() < 0 && scaled.signum() != 0 ? "-" : "";
            return sign + (digits == 0 ? text : text.substring(0, text.length() - digits) + "." + text.substring(text.length() - digits));
        }
    }

    /** Rows by the names of the first line. */
    static List<Map<String, String>> table(Path file) throws IOException {
        List<List<String>> lines = lines(Files.readString(file));
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                row.put(lines.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted ? c == '"' && (i + 1 == text.length() || text.charAt(i + 1) != '"') : c == '"') {
                quoted = !quoted;
            } else if (quoted && c == '"') {
                cell.append(text.charAt(++i));
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return lines;
    }
}
