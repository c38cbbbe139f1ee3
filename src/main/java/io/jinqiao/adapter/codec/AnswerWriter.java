package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.WireForm.EnquiryForm;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A reply as the content of an answer: code, texts, every problem with both names. Thread-safe. */
final class AnswerWriter {
    private final Codes codes;
    private final @Nullable EnquiryForm enquiry;

    private final boolean detail;

    /** @param detail whether an answer has a place for our failure code beside the partner's */
    AnswerWriter(Codes codes, @Nullable EnquiryForm enquiry, boolean detail) {
        this.detail = detail;
        this.codes = codes;
        this.enquiry = enquiry;
    }

    Content.Group content(Reply reply, @Nullable MessageId inReplyTo) {
        return reply.fold(
                taken -> head(taken.content(), codes.taking(taken.content()), textOf(codes.taking(taken.content())), inReplyTo),
                refused -> refused(refused.problems(), inReplyTo),
                unknown -> head(Content.Group.EMPTY, inProcess(), textOf(inProcess()), inReplyTo));
    }

    /** @param ofOriginal {@code Rejected} with {@code MESSAGE_UNKNOWN}: it never arrived */
    Content.Group enquiryContent(Reply ofOriginal, @Nullable MessageId original, MessageId inReplyTo) {
        EnquiryForm form = enquiryForm();
        Content.Group head = head(Content.Group.EMPTY, codes.taken(), textOf(codes.taken()), inReplyTo);
        if (ofOriginal.isUnknown()) {
            return head.with(Answers.STATUS, form.inProcess());
        }
        if (neverArrived(ofOriginal)) {
            return head.with(Answers.STATUS, form.neverArrived());
        }
        return head.with(Answers.STATUS, form.done()).with(Answers.ORIGINAL, content(ofOriginal, original));
    }

    private static boolean neverArrived(Reply reply) {
        return reply instanceof Reply.Rejected rejected
                && rejected.problems().stream().anyMatch(p -> p.code() == FailureCode.MESSAGE_UNKNOWN);
    }

    private Content.Group refused(List<Problem> problems, @Nullable MessageId inReplyTo) {
        Problem first = problems.get(0);
        String more = problems.size() == 1 ? "" : "（共 " + problems.size() + " 项 / " + problems.size() + " in all）";
        String text = first.text(Locale.CHINESE) + " / " + first.text(Locale.ENGLISH) + more;
        List<Content.Group> rows =
                problems.stream().limit(Answers.MOST_PROBLEMS).map(AnswerWriter::row).toList();
        return head(Content.Group.EMPTY, codes.refusing(first.code()), text, inReplyTo)
                .with(Answers.PROBLEMS, new Content.Rows(rows))
                .with(detail ? Answers.DETAIL : Answers.CODE, detail ? first.code().code() : codes.refusing(first.code()));
    }

    private static Content.Group row(Problem problem) {
        return Content.group()
                .put(Answers.PROBLEM_CODE, problem.code().code())
                .put(Answers.PROBLEM_OUR, problem.field())
                .put(Answers.PROBLEM_THEIR, problem.theirField())
                .put(Answers.PROBLEM_TEXT, problem.text(Locale.CHINESE))
                .put(Answers.PROBLEM_ENGLISH, problem.text(Locale.ENGLISH))
                .build();
    }

    private static Content.Group head(
            Content.Group content, String code, @Nullable String text, @Nullable MessageId inReplyTo) {
        Content.GroupBuilder head = Content.group()
                .put(Answers.CODE, code)
                .put(Answers.TEXT, text)
                .put(Answers.ID, inReplyTo == null ? null : inReplyTo.value());
        content.members().forEach(head::put);
        return head.build();
    }

    private @Nullable String textOf(String code) {
        Meaning meaning = codes.meaning(code);
        return meaning == null ? null : meaning.text();
    }

    private String inProcess() {
        if (codes.inProcess() == null) {
            throw new IllegalStateException("this partner has no code for an unknown outcome");
        }
        return codes.inProcess();
    }

    private EnquiryForm enquiryForm() {
        if (enquiry == null) {
            throw new IllegalStateException("this partner has no status enquiry");
        }
        return enquiry;
    }
}
