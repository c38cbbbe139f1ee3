package io.jinqiao.mortgage.store;

import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.mortgage.model.Told;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of proofs that were told to be entered, under which case; readable to nobody, so that one can only be asked for. */
final class EnteredProofs {
    private static final String OF_A_PROOF = "proof ";

    private final JdbcClient jdbc;
    private final PersonalData data;

    EnteredProofs(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    void keep(List<CaseStore.News> news) {
        List<String> caseNos = new ArrayList<>();
        List<String> proofs = new ArrayList<>();
        for (CaseStore.News one : news) {
            if (one.heard() instanceof Told.Entry told) {
                for (RegisterEntry.Proof proof : told.entry().proofs()) {
                    caseNos.add(one.caseNo());
                    proofs.add(pseudonym(proof.proofNo()));
                }
            }
        }
        if (!proofs.isEmpty()) {
            jdbc.sql("INSERT INTO mortgage_proof (pseudonym, case_no) SELECT * FROM unnest(?::text[], ?::text[]) ON CONFLICT DO NOTHING")
                    .params(CaseStore.texts(proofs), CaseStore.texts(caseNos))
                    .update();
        }
    }

    /** Whether this number was entered for another loan than this one. */
    boolean ofAnother(PartnerId bank, String applicationNo, CertificateNumber proof) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM mortgage_proof p JOIN mortgage_case c USING (case_no) WHERE p.pseudonym = ? AND NOT (c.bank = ? AND c.application_no = ?))")
                .params(pseudonym(proof), bank.value(), applicationNo)
                .query(Boolean.class)
                .single();
    }

    private String pseudonym(CertificateNumber proof) {
        return data.pseudonym(OF_A_PROOF + proof.value());
    }
}
