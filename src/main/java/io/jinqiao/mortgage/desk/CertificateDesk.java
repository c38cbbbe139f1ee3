package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Digest;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationCertificate;
import io.jinqiao.mortgage.Certificates;
import io.jinqiao.mortgage.model.Licence;
import io.jinqiao.mortgage.model.Told;
import io.jinqiao.mortgage.store.CertificateStore;
import io.jinqiao.mortgage.store.StoredCase;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.LicenceChecks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Verifies what registries hand over, and keeps it whatever came of it: a forged certificate is evidence too. */
@Service
class CertificateDesk implements Certificates {
    private final CertificateStore store;
    private final LicenceChecks checks;

    CertificateDesk(CertificateStore store, LicenceChecks checks) {
        this.store = store;
        this.checks = checks;
    }

    /** @return what it tells of its case */
    Told.Certificate received(StoredCase of, RegistrationCertificate notice, MessageId message, Instant at) {
        Licence licence = new Licence(checks.verify(notice.file()), notice, of.application());
        Told.Certificate told = new Told.Certificate(
                notice.registryNo(), notice.proofNo(), notice.licence(), notice.issuedOn(), notice.digest(), licence.units(), licence.doubts());
        store.keep(of, notice, licence.sealed().verdict(), told, message, at);
        return told;
    }

    Map<String, Instant> doubted(Collection<String> cases) {
        return store.doubted(cases);
    }

    @Override
    public Optional<Kept> find(String caseNo, Digest digest) {
        return store.find(caseNo, digest);
    }

    @Override
    public List<Kept> of(PartnerId bank, String applicationNo) {
        return store.of(bank, applicationNo);
    }

    @Override
    public Optional<DocumentVerdict> verify(String caseNo, Digest digest) {
        return store.find(caseNo, digest).map(kept -> checks.verify(kept.file()).verdict());
    }
}
