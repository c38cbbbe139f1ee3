package io.jinqiao.repayment.rules;

import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Party;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one file of {@code rules/collection/}: every problem at once, with its line. */
final class LadderFile {

    record Title(String zh, String en) {}

    record Effective(LocalDate from) {}

    record Contact(
            List<CollectionStep> steps, List<Party.Role> persons, String from, String to, Duration apart, Duration apartNotReached, Ladder.Clause clause) {
        Ladder.Contact read() {
            return new Ladder.Contact(
                    EnumSet.copyOf(steps), EnumSet.copyOf(persons), LocalTime.parse(from), LocalTime.parse(to), apart, apartNotReached, clause);
        }
    }

    record Filing(int within) {}

    record Promise(int longest, int pauses) {}

    record Table(
            int format, Title title, String source, Effective effective, Contact contact, Filing filing, Promise promise, List<Ladder.Rung> rungs, int again) {}

    private LadderFile() {}

    static Ladder read(Document file, Problems problems) {
        Table table = file.as(Table.class);
        Ladder.Contact contact = table.contact().read();
        if (!contact.from().isBefore(contact.to())) {
            problems.at(member(file, "contact", "from"), "联系时段为空 / no minute of the day lies between " + table.contact().from() + " and " + table.contact().to(), "起止时间对调 / exchange from and to");
        }
        if (contact.apartNotReached().compareTo(contact.apart()) > 0) {
            problems.at(member(file, "contact", "apart-not-reached"), "未接通后的间隔长于接通后 / longer apart after a try that reached nobody than after one that did", "至多等于接通后的间隔 / at most " + contact.apart().toHours() + "h");
        }
        rungs(table, file.group().rows("rungs"), contact, problems);
        return new Ladder(
                table.effective().from(), contact, table.filing().within(), table.promise().longest(), table.promise().pauses(), List.copyOf(table.rungs()), table.again());
    }

    private static void rungs(Table table, List<Node> places, Ladder.Contact contact, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < table.rungs().size(); i++) {
            Ladder.Rung rung = table.rungs().get(i);
            Node at = places.get(i);
            if (!seen.add(rung.id())) {
                problems.at(at, "步骤重复 / the rung " + rung.id() + " is there twice");
            }
            Ladder.Rung milder = i == 0 ? rung : table.rungs().get(i - 1);
            if (rung.instalments() < milder.instalments() || rung.days() < milder.days()) {
                problems.at(at, "门槛低于前一步骤，前一步骤永不执行 / begins before the milder rung " + milder.id() + ", which would never be ordered", "期数与天数均不低于前一步骤 / instalments at least " + milder.instalments() + ", days at least " + milder.days());
            } else if (i > 0 && rung.instalments() == milder.instalments() && rung.days() == milder.days()) {
                problems.at(at, "门槛与前一步骤相同，前一步骤永不执行 / begins together with the rung " + milder.id() + ", which would never be ordered", "增加天数或期数 / more days or instalments");
            }
            if (rung.step().compareTo(milder.step()) < 0) {
                problems.at(at, "步骤应由轻到重 / milder than the rung before it: " + milder.id(), "按此顺序排列 / order them re-deduct, message, phone, letter, visit, guarantor, lawsuit");
            }
            for (Party.Role person : rung.whom()) {
                if (contact.steps().contains(rung.step()) && !contact.persons().contains(person)) {
                    problems.at(at, "不得向此人催收 / the rung " + rung.id() + " speaks to a person contact.persons does not list", "在该处加入此人，或在此处删去 / add the person there, or take it out here");
                }
            }
        }
    }

    private static Node member(Document file, String group, String name) {
        Node found = file.group().get(group) instanceof Node.Group inner ? inner.get(name) : null;
        return found == null ? file.root() : found;
    }
}
