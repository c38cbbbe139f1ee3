package io.jinqiao.workbench.simulate.credit.report;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges files: the file first, then each record by itself, by structure, by its own values, and by what was taken before. */
final class Intake {
    private final ReportSettings settings;
    private final Catalogue catalogue;
    private final Coverage coverage;
    private final Clock clock;
    private final Ledger ledger = new Ledger();
    private final Set<String> names = new HashSet<>();
    /** By record type and stage. */
    private final Map<String, List<Rule>> rules = new HashMap<>();

    /** @param taken lines every rule let pass, in their order */
    record Verdict(Feedback feedback, List<String> taken) {}

    Intake(ReportSettings settings, Catalogue catalogue, Clock clock) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.coverage = new Coverage(catalogue);
        this.clock = clock;
    }

    Coverage coverage() {
        return coverage;
    }

    Ledger ledger() {
        return ledger;
    }

    Verdict judge(Parcel parcel) {
        Optional<FileRule> broken = catalogue.ofFiles().stream().filter(rule -> rule.wrong().test(parcel, names)).findFirst();
        names.add(SentName.stem(parcel.name()));
        if (broken.isPresent()) {
            coverage.refused(broken.get().key());
            return refused(parcel, broken.get().id());
        }
        return judged(parcel);
    }

    /** A file refused as a whole, whatever is in it. */
    Verdict refused(Parcel parcel, String id) {
        names.add(SentName.stem(parcel.name()));
        int announced = parcel.head().map(FileHead::count).orElse(0);
        String version = parcel.head().map(FileHead::version).orElse(FileHead.VERSION);
        List<Feedback.Complaint> complaints = List.of(new Feedback.Complaint(0, "", List.of(new Flaw(id, Flaw.WHOLE))));
        return new Verdict(Feedback.of(parcel.name(), version, 0, announced, true, complaints, LocalDateTime.now(clock)), List.of());
    }

    private Verdict judged(Parcel parcel) {
        FileHead head = parcel.head().orElseGet(() -> new FileHead("210", FileHead.VERSION, "  ", SentName.stem(parcel.name()), LocalDateTime.now(clock), 0));
        List<Feedback.Complaint> complaints = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int row = settings.rowsCountTheHead() ? 1 : 0;
        for (String line : parcel.records()) {
            row++;
            Reported record = Reported.read(line, head);
            boolean repeated = !record.key().isEmpty() && !keys.add(record.key());
            List<Flaw> flaws = flaws(repeated ? record.again() : record);
            if (flaws.isEmpty()) {
                ledger.take(record);
                taken.add(line);
            } else {
                complaints.add(new Feedback.Complaint(row, line, flaws));
            }
        }
        return new Verdict(Feedback.of(parcel.name(), head.version(), taken.size(), complaints.size(), false, complaints, LocalDateTime.now(clock)), taken);
    }

    private List<Flaw> flaws(Reported record) {
        Set<Flaw> flaws = new LinkedHashSet<>();
        for (Rule.Stage stage : Rule.Stage.values()) {
            for (Rule rule : rules.computeIfAbsent(record.type() + stage, key -> concerned(record.type(), stage))) {
                int before = flaws.size();
                rule.check().look(record, ledger, tag -> flaws.add(new Flaw(rule.id(), tag)));
                if (flaws.size() > before) {
                    coverage.refused(rule.key());
                }
            }
            if (!flaws.isEmpty()) {
                break;
            }
        }
        return List.copyOf(flaws);
    }

    private List<Rule> concerned(String type, Rule.Stage stage) {
        return catalogue.ofRecords().stream().filter(rule -> rule.stage() == stage && rule.concerns(type)).toList();
    }

    /** A name that came before a restart and brought nothing. */
    void remember(String name) {
        names.add(name);
    }

    /** Takes again what was taken before a restart. @param head of the file it stood in */
    void remember(String name, FileHead head, List<String> lines) {
        names.add(name);
        lines.forEach(line -> ledger.take(Reported.read(line, head)));
    }
}
