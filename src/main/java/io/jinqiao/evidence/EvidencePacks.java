package io.jinqiao.evidence;

import io.jinqiao.message.PartnerId;
import java.io.IOException;
import java.io.OutputStream;

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
    EvidencePack forLoan(PartnerId bank, String applicationNo);

    /** A pack that is made while it is written. Holds personal data in clear. */
    interface EvidencePack {
        /** {@code evidence-<bank>-<application>-<instant>.zip} or {@code evidence-<record>-<instant>.zip}, such as {@code …-20261128T140455Z.zip}. */
        String fileName();

        /** Leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }
}
