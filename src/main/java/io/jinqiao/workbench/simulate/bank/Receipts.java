package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.Attachment;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.OpinionPrinted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody who takes everything says to a message it took. */
interface Receipts {

    /** Null when the answer says more than that it was taken. @param at when that was, whole seconds */
    Content.@Nullable Group of(CanonicalMessage message, String id, Instant at);

    /** A bank hands out a number for each message of the centre. */
    static Content.@Nullable Group ofTheBank(CanonicalMessage message, String id, Instant at) {
        if (!Contents.RECEIPT.equals(Contents.reply(message.operation()))) {
            return null;
        }
        return Content.group().put("receiptNo", "R" + id).put("receivedAt", at).build();
    }

    /** A centre that accepts, checks nobody and forgets what it accepted. */
    static Content.@Nullable Group ofTheCentre(CanonicalMessage message, String id, Instant at) {
        Content.GroupBuilder answer = Content.group();
        return switch (message.operation()) {
            case APPLICANT_CHECK -> answer.put("outcome", "not-checked").build();
            case LOAN_APPLICATION -> answer.put("acceptanceNo", "SL" + message.businessKey()).put("acceptedAt", at).build();
            case APPLICATION_SUPPLEMENT -> answer.put("applicationNo", ((ApplicationSupplement) message).applicationNo()).build();
            case APPLICATION_WITHDRAWAL ->
                answer.put("applicationNo", ((ApplicationWithdrawal) message).applicationNo()).put("state", "withdrawn").build();
            case ATTACHMENT -> attachment(answer, (Attachment) message);
            case CONTRACT_SIGNED -> answer.put("contractNo", ((ContractSigned) message).contractNo())
                    .put("applicationNo", ((ContractSigned) message).applicationNo())
                    .put("state", "signed")
                    .build();
            case OPINION_PRINTED -> answer.put("printNo", ((OpinionPrinted) message).printNo())
                    .put("opinionNo", ((OpinionPrinted) message).opinionNo())
                    .build();
            default -> null;
        };
    }

    private static Content.Group attachment(Content.GroupBuilder answer, Attachment attachment) {
        return answer.put("digest", attachment.digest())
                .put("received", attachment.chunk())
                .put("chunks", attachment.chunks())
                .put("complete", attachment.chunk() == attachment.chunks())
                .build();
    }
}
