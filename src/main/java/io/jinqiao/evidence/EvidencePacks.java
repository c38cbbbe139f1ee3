package io.jinqiao.evidence;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The proof for one message or one loan, for somebody who trusts neither us nor our tools ({@code docs/evidence.md}). */
public interface EvidencePacks {

    /**
     * One record, what it answers and what answers it.
     *
     * @throws IllegalArgumentException when there is no such record
     */
    EvidencePack forMessage(RecordId id);

    /**
     * Every record of an application, in order. Banks number their applications each for themselves: without the bank, the proof of
     * one loan would hold another bank's customer.
     *
     * @throws IllegalArgumentException when there is none
     */
    default EvidencePack forLoan(PartnerId bank, String applicationNo) {
        return forLoan(bank, applicationNo, Enclosed.NOTHING);
    }

    /** The same with what belongs to the loan but stands under other subjects, and with documents that prove themselves. */
    EvidencePack forLoan(PartnerId bank, String applicationNo, Enclosed enclosed);

    /**
     * @param subjects such as a case at a registry; one without records adds none
     * @param documents sealed ones: nothing in a pack vouches for them but their own seal
     */
    record Enclosed(List<Subject> subjects, List<Document> documents) {
        public static final Enclosed NOTHING = new Enclosed(List.of(), List.of());

        public Enclosed {
            subjects = List.copyOf(subjects);
            documents = List.copyOf(documents);
        }
    }

    /** @param format {@code ofd} or {@code pdf} */
    record Document(String format, byte[] file) {}

    /** A pack that is made while it is written. Holds personal data in clear. */
    interface EvidencePack {
        /** {@code evidence-<bank>-<application>-<instant>.zip} or {@code evidence-<record>-<instant>.zip}, such as {@code …-20261128T140455Z.zip}. */
        String fileName();

        /** Leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }
}
