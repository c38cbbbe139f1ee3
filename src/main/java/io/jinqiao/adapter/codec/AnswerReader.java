package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.WireForm.EnquiryForm;
import io.jinqiao.message.AnswerContent;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.Reply.Cause;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of an answer as a reply: accepted, rejected, or nobody knows. Thread-safe. */
final class AnswerReader {
    private final Codes codes;
    private final @Nullable EnquiryForm enquiry;
    private final Clock clock;

    AnswerReader(Codes codes, @Nullable EnquiryForm enquiry, Clock clock) {
        this.codes = codes;
        this.enquiry = enquiry;
        this.clock = clock;
    }

    /**
     * @param sent null when the number was compared already
     * @param problems what reading the content found; they matter only when the message was accepted
     */
    Reply reply(
            Operation operation,
            @Nullable MessageId sent,
            Content.Group content,
            List<Problem> problems) {
        String code = content.text(Answers.CODE);
        if (code == null) {
            return unknown(Cause.UNREADABLE, "no return code");
        }
        if (sent != null && !sent.value().equals(content.text(Answers.ID))) {
            return unknown(Cause.UNTRUSTED, "the answer names another message");
        }
        Meaning meaning = codes.meaning(code);
        if (meaning == null) {
            return unknown(Cause.UNSEEN_CODE, io.jinqiao.adapter.mapping.Names.shown(code));
        }
        if (meaning instanceof Meaning.Refused refused) {
            return new Reply.Rejected(problems(refused, code, content));
        }
        if (meaning instanceof Meaning.Open open) {
            Instant due = open.expectedWithin() == null ? null : clock.instant().plus(open.expectedWithin());
            return new Reply.Unknown(open.cause(), code + " " + open.text(), due);
        }
        return accepted(operation, said((Meaning.Taken) meaning, content), problems);
    }

    /** What became of the original; a refused enquiry says nothing about it. */
    Reply enquiryReply(
            Operation original, MessageId sent, Content.Group content, List<Problem> problems) {
        Reply ofEnquiry = reply(Operation.STATUS_ENQUIRY, sent, content, List.of());
        if (!ofEnquiry.isAccepted()) {
            return ofEnquiry.isUnknown() ? ofEnquiry : unknown(Cause.UNREADABLE, "the enquiry was refused");
        }
        String status = content.text(Answers.STATUS);
        EnquiryForm form = enquiry;
        if (form == null || status == null) {
            return unknown(Cause.UNREADABLE, "no status in the answer to an enquiry");
        }
        if (status.equals(form.neverArrived())) {
            return new Reply.Rejected(List.of(Problem.of(FailureCode.MESSAGE_UNKNOWN)));
        }
        if (status.equals(form.inProcess())) {
            return unknown(Cause.IN_PROCESS, "the partner is still working on it");
        }
        if (!status.equals(form.done()) || !(content.get(Answers.ORIGINAL) instanceof Content.Group answer)) {
            return unknown(Cause.UNSEEN_CODE, "status " + io.jinqiao.adapter.mapping.Names.shown(status));
        }
        return reply(original, null, answer, problems);
    }

    /** The answer with what its code alone says. */
    private static Content.Group said(Meaning.Taken taken, Content.Group answer) {
        Content.Group content = answer;
        for (Map.Entry<String, String> place : taken.says().entrySet()) {
            content = content.with(place.getKey(), place.getValue());
        }
        return content;
    }

    private static Reply accepted(Operation operation, Content.Group answer, List<Problem> found) {
        Content.Group content = canonical(answer);
        Fields fields = Fields.of(content, found);
        AnswerContent.read(operation, fields);
        if (!fields.problems().isEmpty()) {
            return unknown(Cause.UNREADABLE, "accepted, but: " + told(fields.problems()));
        }
        return new Reply.Accepted(content);
    }

    private static List<Problem> problems(Meaning.Refused refused, String code, Content.Group content) {
        List<Problem> problems = new ArrayList<>();
        if (content.get(Answers.PROBLEMS) instanceof Content.Rows rows) {
            rows.rows().forEach(row -> problems.add(problem(refused, code, row)));
        }
        String detail = content.text(Answers.DETAIL);
        String told = detail == null ? code : code + " " + detail;
        return problems.isEmpty() ? List.of(Problem.of(refused.failure(), said(refused, told))) : problems;
    }

    private static Problem problem(Meaning.Refused refused, String code, Content.Group row) {
        String name = row.text(Answers.PROBLEM_CODE);
        FailureCode failure = name == null ? null : FailureCode.find(name).orElse(null);
        List<String> arguments = failure == null ? List.of(said(refused, name == null ? code : name)) : List.of();
        return new Problem(
                failure == null ? refused.failure() : failure,
                row.text(Answers.PROBLEM_OUR),
                row.text(Answers.PROBLEM_THEIR),
                arguments);
    }

    private static String said(Meaning.Refused refused, String code) {
        return io.jinqiao.adapter.mapping.Names.shown(code) + " " + refused.text();
    }

    private static Content.Group canonical(Content.Group answer) {
        Map<String, Content> members = new LinkedHashMap<>();
        answer.members().forEach((name, value) -> {
            if (!name.startsWith("@")) {
                members.put(name, value);
            }
        });
        return new Content.Group(members);
    }

    static Reply unknown(Cause cause, String detail) {
        return new Reply.Unknown(cause, detail, null);
    }

    static String told(List<Problem> problems) {
        return problems.stream()
                .map(p -> p.code().code() + (p.theirField() == null ? "" : "@" + p.theirField()))
                .toList()
                .toString();
    }
}
