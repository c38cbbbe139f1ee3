package io.jinqiao.workbench.partner.fields;

import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a bank's table of fields; everything wrong in it is told at once. For one use. */
final class FieldTable {
    private static final int MOST_PROBLEMS = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_@][A-Za-z0-9_@-]*(?:\\.[A-Za-z_@][A-Za-z0-9_@-]*)*");
    private static final Pattern TYPE = Pattern.compile("([\\p{L}]+2?)\\s*(?:[(（]?\\s*(\\d+)(?:\\s*[,，.]\\s*\\d+)?\\s*[)）]?)?");
    private static final Pattern LENGTH = Pattern.compile("[^\\d\\-−－]*(\\d{1,9})(?!\\d)(?:\\s*[,，.]\\s*\\d+)?\\s*(.*)");
    private static final Pattern YES = Pattern.compile("(?i)y|yes|m|mandatory|required|true|t|1|是|必填|必输|必选|必须|必需|必|√|✓|✔|●");
    private static final Pattern NO = Pattern.compile("(?i)|n|no|o|optional|false|f|0|否|非必填|非必输|非必选|选填|可选|选输|可空|空|×|✗|✘|○|-|—|/");

    private final String file;
    private final List<RuleProblem> problems = new ArrayList<>();
    private final List<BankField> fields = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private int untold;
    private boolean headed;

    private FieldTable(String file) {
        this.file = file;
    }

    /** @throws RulebookException with every problem, each with sheet, row, column and what to do */
    static List<BankField> read(Path path) {
        FieldTable table = new FieldTable(String.valueOf(path.getFileName()));
        String sheet = "\0";
        Map<Column, Integer> heading = null;
        boolean fresh = false;
        for (GridRow row : Grid.read(path)) {
            if (!row.sheet().equals(sheet)) {
                sheet = row.sheet();
                heading = null;
            }
            Map<Column, Integer> found = heading(row);
            if (heading == null) {
                heading = found.containsKey(Column.NAME) && found.size() >= 3 ? found : null;
                fresh = heading != null;
                table.headed |= fresh;
            } else if (fresh && found.size() >= 2) {
                table.problem(row, 0, "表头有两行或合并单元格 / the heading has two rows or merged cells", "表头合为一行：字段名、中文名、类型、长度、必填、备注 / make it one row: name, Chinese name, type, length, required, remark");
            } else {
                table.field(row, heading);
                fresh = false;
            }
        }
        table.finish();
        return List.copyOf(table.fields);
    }

    private static Map<Column, Integer> heading(GridRow row) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int column = i;
            Column.of(row.cell(i)).ifPresent(c -> found.putIfAbsent(c, column));
        }
        return found;
    }

    private void finish() {
        if (fields.isEmpty() && problems.isEmpty() && headed) {
            problems.add(new RuleProblem(
                    file, 0, 0, "", "只有表头，没有字段 / only a heading, no fields below it", "每个字段一行；请看工作表是否选对、是否有行被筛选隐藏 / one row for each field; is it the right sheet, and are no rows hidden behind a filter?"));
        } else if (fields.isEmpty() && problems.isEmpty()) {
            problems.add(new RuleProblem(
                    file, 0, 0, "", "没有找到表头 / no heading was found", "表头一行，至少含其中三项：字段名、中文名、类型、长度、必填、备注 / one row with at least three of: name, Chinese name, type, length, required, remark"));
        }
        if (untold > 0) {
            problems.add(new RuleProblem(file, 0, 0, "", "另有 " + untold + " 处 / and " + untold + " more", "请先改正以上各处 / mend these first"));
        }
        if (!problems.isEmpty()) {
            throw new RulebookException(problems);
        }
    }

    private void field(GridRow row, Map<Column, Integer> heading) {
        int before = problems.size() + untold;
        heading.forEach((column, at) -> {
            if (row.formulas().contains(at)) {
                problem(row, at, "是公式 / the " + column.name().toLowerCase(java.util.Locale.ROOT) + " is a formula", "粘贴为数值 / paste it as a value");
            }
        });
        String written = text(row, heading, Column.NAME);
        String name = written.replace("[]", "").replace('/', '.').replaceFirst("^\\.", ""); // a path from the top may begin with its slash
        if (!NAME.matcher(name).matches()) {
            problem(row, heading.get(Column.NAME), written.isEmpty() ? "没有字段名 / no name" : "不是字段名 / \"" + written + "\" is no name", "字母、数字、_，组之间一个点 / letters, digits, _ and one point between groups");
        }
        Optional<Operation> operation = operation(row, heading);
        Matcher type = TYPE.matcher(text(row, heading, Column.TYPE));
        Optional<FieldType> known = type.matches() ? FieldType.of(type.group(1)) : Optional.empty();
        if (known.isEmpty()) {
            problem(row, heading.getOrDefault(Column.TYPE, 0), "未知类型 / unknown type \"" + text(row, heading, Column.TYPE) + "\"", "已知 / known: " + FieldType.known());
        }
        int length = length(row, heading, type);
        String part = part(row, heading);
        operation.ifPresent(o -> twice(row, heading, o, part, name));
        if (before == problems.size() + untold && operation.isPresent()) {
            fields.add(new BankField(row.sheet(), row.row(), operation.get(), part, name, text(row, heading, Column.TITLE), known.orElseThrow(), length, bytes(row, heading), required(text(row, heading, Column.REQUIRED)), text(row, heading, Column.REMARK)));
        }
    }

    private void twice(GridRow row, Map<Column, Integer> heading, Operation operation, String part, String name) {
        Integer first = seen.putIfAbsent(operation.id() + " " + part + " " + name, row.row());
        if (first != null) {
            problem(row, heading.get(Column.NAME), "第 " + first + " 行已有 / \"" + name + "\" stands in row " + first + " already", "写出路径，例如 Group." + name + "，或删去一个 / write the path to it, such as Group." + name + ", or take one away");
        }
    }

    private Optional<Operation> operation(GridRow row, Map<Column, Integer> heading) {
        String text = text(row, heading, Column.OPERATION);
        Optional<Operation> operation = OperationNames.in(text.isEmpty() ? row.sheet() : text);
        if (operation.isEmpty()) {
            problem(row, heading.getOrDefault(Column.OPERATION, 0), "哪项业务？ / which operation? \"" + (text.isEmpty() ? row.sheet() : text) + "\" is none", "加“交易”列，或以业务名（如“撤回申请”）命名工作表 / a column 交易 (operation), or a sheet named like application-withdrawal");
        }
        return operation;
    }

    private static String part(GridRow row, Map<Column, Integer> heading) {
        String own = text(row, heading, Column.PART);
        return OperationNames.part(own.isEmpty() ? row.sheet() + " " + text(row, heading, Column.OPERATION) : own);
    }

    /** A word nobody knows, such as {@code C} (conditional), is a question: it means something to the bank. */
    private static Required required(String word) {
        boolean yes = YES.matcher(word).matches();
        return new Required(yes, yes || NO.matcher(word).matches() ? "" : word);
    }

    /** 0 when nothing is said. */
    private int length(GridRow row, Map<Column, Integer> heading, Matcher type) {
        String text = text(row, heading, Column.LENGTH);
        String said = text.isEmpty() && type.matches() && type.group(2) != null ? type.group(2) : text;
        Matcher length = LENGTH.matcher(said);
        if (said.isEmpty() || said.equals("-")) {
            return 0;
        }
        if (!length.matches() || Integer.parseInt(length.group(1)) == 0) {
            problem(row, heading.getOrDefault(Column.LENGTH, heading.getOrDefault(Column.TYPE, 0)), "不是长度 / the length \"" + said + "\" is none", "填 1 起、至多九位的数字，或留空 / a number from 1, of nine digits at most, or leave it empty");
            return 0;
        }
        return Integer.parseInt(length.group(1));
    }

    private static boolean bytes(GridRow row, Map<Column, Integer> heading) {
        return (text(row, heading, Column.LENGTH) + text(row, heading, Column.REMARK)).matches("(?is).*(字节|byte).*");
    }

    private static String text(GridRow row, Map<Column, Integer> heading, Column column) {
        Integer at = heading.get(column);
        return at == null ? "" : row.cell(at);
    }

    private void problem(GridRow row, int column, String what, String fix) {
        if (problems.size() == MOST_PROBLEMS) {
            untold++;
        } else {
            problems.add(new RuleProblem(file, row.row(), column + 1, row.sheet(), what, fix));
        }
    }
}
