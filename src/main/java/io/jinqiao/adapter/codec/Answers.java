package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.WireForm;
import io.jinqiao.adapter.descriptor.WireForm.EnquiryForm;
import io.jinqiao.adapter.descriptor.WireForm.ProblemsForm;
import io.jinqiao.adapter.descriptor.WireForm.ReplyForm;
import io.jinqiao.adapter.mapping.Line;
import io.jinqiao.adapter.mapping.Lines;
import io.jinqiao.adapter.mapping.MappingPlan;
import io.jinqiao.message.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The plans of answers: what every answer begins with, joined with the operation's own table. The names beginning with {@code @} are
 * ours alone and no part of canonical content.
 */
final class Answers {
    static final String CODE = "@code";
    static final String TEXT = "@text";
    static final String ID = "@id";
    static final String DETAIL = "@detail";
    static final String PROBLEMS = "@problems";
    static final String PROBLEM_CODE = "code";
    static final String PROBLEM_OUR = "our";
    static final String PROBLEM_THEIR = "their";
    static final String PROBLEM_TEXT = "text";
    static final String PROBLEM_ENGLISH = "english";
    static final String STATUS = "@status";
    static final String ORIGINAL = "@original";

    static final int MOST_PROBLEMS = 100;
    private static final int TEXT_LENGTH = 500;

    private final MappingPlan bare;
    private final MappingPlan bareEnquiry;
    private final Map<Operation, MappingPlan> plans = new EnumMap<>(Operation.class);
    private final Map<Operation, MappingPlan> enquiries = new EnumMap<>(Operation.class);

    Answers(WireForm form, Map<Operation, List<Line>> tables) {
        List<Line> head = head(form.reply());
        this.bare = plan(form, head);
        this.bareEnquiry = form.enquiry() == null ? bare : plan(form, join(head, original(form.enquiry(), head)));
        tables.forEach((operation, lines) -> {
            List<Line> all = join(head, inContent(form, lines));
            plans.put(operation, plan(form, all));
            if (form.enquiry() != null) {
                enquiries.put(operation, plan(form, join(head, original(form.enquiry(), all))));
            }
        });
    }

    /** An answer without any content of an operation. */
    MappingPlan bare() {
        return bare;
    }

    MappingPlan of(Operation operation) {
        return plans.getOrDefault(operation, bare);
    }

    /** The answer to a status enquiry about a message that was not accepted. */
    MappingPlan bareEnquiry() {
        return bareEnquiry;
    }

    /** The answer to a status enquiry about a message of this operation. */
    MappingPlan enquiry(Operation original) {
        return enquiries.getOrDefault(original, bare);
    }

    /** An answer in one document has the content of an operation in a group of its own. */
    private static List<Line> inContent(WireForm form, List<Line> lines) {
        return form.document() == null ? lines : Lines.inTheirs(form.reply().payload(), lines);
    }

    private static List<Line> head(ReplyForm form) {
        List<Line> lines = new ArrayList<>();
        if (!form.detail().isEmpty()) {
            lines.add(Lines.text(DETAIL, form.detail(), false));
        }
        lines.addAll(texts(form));
        return lines;
    }

    private static List<Line> texts(ReplyForm form) {
        ProblemsForm problems = form.problems();
        return List.of(
                Lines.text(CODE, form.code(), true),
                Lines.cutText(TEXT, form.text(), TEXT_LENGTH),
                Lines.text(ID, form.id(), false),
                Lines.rows(
                        PROBLEMS,
                        problems.list(),
                        MOST_PROBLEMS,
                        List.of(
                                Lines.text(PROBLEM_CODE, problems.code(), true),
                                Lines.text(PROBLEM_OUR, problems.our(), false),
                                Lines.text(PROBLEM_THEIR, problems.their(), false),
                                Lines.cutText(PROBLEM_TEXT, problems.text(), TEXT_LENGTH),
                                Lines.cutText(PROBLEM_ENGLISH, problems.english(), TEXT_LENGTH))));
    }

    private static List<Line> original(EnquiryForm form, List<Line> answer) {
        List<Line> lines = new ArrayList<>();
        lines.add(Lines.text(STATUS, form.status(), true));
        lines.addAll(Lines.within(ORIGINAL, form.original(), answer));
        return lines;
    }

    private static MappingPlan plan(WireForm form, List<Line> lines) {
        return new MappingPlan(lines, false, form.emptyIsAbsent());
    }

    private static List<Line> join(List<Line> first, List<Line> then) {
        List<Line> joined = new ArrayList<>(first);
        joined.addAll(then);
        return joined;
    }
}
