package io.jinqiao.workbench.simulate.credit.report;

import io.jinqiao.workbench.simulate.credit.tree.Tag;
import io.jinqiao.workbench.simulate.credit.tree.TagReader;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record of a file, as rules look at it. What they ask for is there once the structure was found sound. */
final class Reported {
    static final String BASE = "BsSgmt";
    /** Holds the corrected segment of record 212. */
    static final String CORRECTED = "MdfcSgmt";

    private static final Form AMOUNT = Form.whole(15);

    private final FileHead file;
    private final boolean repeated;
    private final Tag record;
    private final List<Flaw> flaws = new ArrayList<>();

    private Reported(FileHead file, Tag record, boolean repeated) {
        this.file = file;
        this.record = record;
        this.repeated = repeated;
    }

    /** @return a record whose flaws say so when the line is none of the type the file announces */
    static Reported read(String line, FileHead file) {
        Tag root = TagReader.read(line);
        Layout layout = Layouts.ALL.get(file.type());
        Tag record = root == null || root.inside().size() != 1 || !root.name().equals("Document") ? null : root.inside().get(0);
        if (record == null || layout == null || !named(record.name(), layout.element())) {
            Reported none = new Reported(file, new Tag("", "", List.of()), false);
            none.flaws.add(new Flaw("ABR000", Flaw.WHOLE));
            return none;
        }
        Reported reported = new Reported(file, record, false);
        layout.look(record, reported.flaws::add);
        reported.lookAtType();
        if (file.type().equals("212")) {
            reported.lookAtCorrected();
        }
        return reported;
    }

    private static boolean named(String name, String told) {
        return told.endsWith("*") ? name.startsWith(told.substring(0, told.length() - 1)) : name.equals(told);
    }

    private void lookAtType() {
        String told = first("InfRecType", "IdCagsType", "DelRecType");
        if (!told.equals(file.type()) && flaws.isEmpty()) {
            flaws.add(new Flaw("ABR000", "InfRecType"));
        }
    }

    private void lookAtCorrected() {
        Tag holder = record.child(CORRECTED);
        String mark = value(BASE, "MdfcSgmtCode");
        if (!flaws.isEmpty() || holder == null) {
            return;
        }
        if (holder.inside().size() != 1 || !holder.inside().get(0).name().equals(AccountLayout.BY_MARK.get(mark))) {
            flaws.add(new Flaw("ABR000", CORRECTED));
        } else if (!mark.equals("B")) { // what may stand in a corrected base segment is a rule of its own
            AccountLayout.segment(holder.inside().get(0).name()).look(holder.inside().get(0), flaws::add);
        }
    }

    /** The same record, known to repeat the key of one before it in its file. */
    Reported again() {
        Reported again = new Reported(file, record, true);
        again.flaws.addAll(flaws);
        return again;
    }

    FileHead file() {
        return file;
    }

    String type() {
        return file.type();
    }

    boolean repeated() {
        return repeated;
    }

    /** What its layout finds wrong, by the ids of the general rules. */
    List<Flaw> flaws() {
        return flaws;
    }

    Tag record() {
        return record;
    }

    @Nullable Tag segment(String name) {
        Tag direct = record.child(name);
        Tag holder = record.child(CORRECTED);
        return direct != null || holder == null ? direct : holder.child(name);
    }

    boolean has(String segment) {
        return segment(segment) != null;
    }

    List<Tag> groups(String segment, String group) {
        Tag tag = segment(segment);
        return tag == null ? List.of() : tag.all(group);
    }

    String value(String segment, String item) {
        Tag tag = segment(segment);
        return tag == null ? "" : tag.value(item);
    }

    /** The value of an element of the record itself, or of its base segment. */
    String value(String item) {
        String direct = record.value(item);
        if (!direct.isEmpty()) {
            return direct;
        }
        Tag base = record.inside().stream().filter(tag -> tag.name().endsWith("BsSgmt") && !tag.inside().isEmpty()).findFirst().orElse(null);
        return base == null ? "" : base.value(item);
    }

    /** The first of these that is not blank. */
    private String first(String... items) {
        for (String item : items) {
            if (!value(item).isEmpty()) {
                return value(item);
            }
        }
        return "";
    }

    Optional<LocalDate> date(String segment, String item) {
        return day(value(segment, item));
    }

    /** Day of the report; empty where the record has none. */
    Optional<LocalDate> reportDate() {
        return day(value("RptDate"));
    }

    LocalDate reported() {
        return reportDate().orElseThrow();
    }

    static Optional<LocalDate> day(String text) {
        return text.isEmpty() || Form.DATE.breaks(text) != null ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    Optional<YearMonth> month(String segment) {
        String text = value(segment, "Month");
        return text.isEmpty() || Form.MONTH.breaks(text) != null ? Optional.empty() : Optional.of(YearMonth.parse(text));
    }

    /** 0 when blank. */
    long number(String segment, String item) {
        String text = value(segment, item);
        return !text.isEmpty() && AMOUNT.breaks(text) == null ? Long.parseLong(text) : 0;
    }

    /** What tells this record from every other one; empty when that cannot be read. */
    String key() {
        String code = first("AcctCode", "Ccc", "ModRecCode", "DelRecCode", "OdBnesCode", "Mcc", "ContractCode");
        String person = type().startsWith("11") ? value("Name") + "|" + value("IDType") + "|" + value("IDNum") + "|" + value("InfSurcCode") : code;
        String more = String.join("|", value("RptDate"), value("MdfcSgmtCode"), value("DelSgmtCode"), value("DelStartDate"), value("DelEndDate"), value("OpetnType"), value("Month"));
        return person.isEmpty() ? "" : person + "|" + more;
    }
}
