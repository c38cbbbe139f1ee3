package io.jinqiao.workbench.certs;

import io.jinqiao.message.Digest;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.workbench.certs.CertsFile.Authority;
import io.jinqiao.workbench.certs.CertsFile.Identity;
import io.jinqiao.workbench.certs.CertsFile.KeyKind;
import io.jinqiao.workbench.certs.CertsFile.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Makes what is missing, changed or about to expire, and nothing else. */
final class Workshop {
    private static final Duration ROOT_LIFE = Duration.ofDays(3650);
    private static final Duration BACKDATED = Duration.ofDays(1);

    private final CertsFile file;
    private final CertsFolder folder;
    private final Instant now;
    private final Properties state;
    private final Map<String, CertificateAuthority> opened = new HashMap<>();
    private boolean rootsChanged;

    Workshop(CertsFile file, CertsFolder folder, Instant now) throws IOException {
        this.file = file;
        this.folder = folder;
        this.now = now;
        this.state = folder.state();
    }

    void makeWhatIsMissing() throws IOException {
        try {
            for (Map.Entry<String, Authority> authority : file.authorities().entrySet()) {
                root(authority.getKey(), authority.getValue());
            }
            for (Map.Entry<String, Identity> identity : file.identities().entrySet()) {
                identity(identity.getKey(), identity.getValue());
            }
            for (String authority : file.authorities().keySet()) {
                list(authority);
            }
            trust();
            for (String token : file.tokens()) {
                folder.secret(folder.token(token));
            }
            folder.state(state);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("development identities cannot be made", e);
        }
    }

    private void root(String alias, Authority authority) throws IOException, GeneralSecurityException {
        String mark = authority.toString();
        if (folder.has(alias) && mark.equals(state.getProperty(alias)) && !endsSoon(folder.read(alias))) {
            return;
        }
        CertificateAuthority made =
                CertificateAuthority.found(alias, authority.key(), now.minus(BACKDATED), now.plus(ROOT_LIFE));
        folder.write(alias, made.root());
        state.setProperty(alias, mark);
        rootsChanged = true;
    }

    private void identity(String alias, Identity identity) throws IOException, GeneralSecurityException {
        X509Certificate issuer = folder.read(identity.issuer());
        String mark = identity + " by " + Digest.of(CertificateFiles.der(issuer));
        boolean kept = folder.has(alias) && mark.equals(state.getProperty(alias));
        if (kept && (identity.state() == State.EXPIRED || !endsSoon(folder.read(alias)))) {
            return;
        }
        Instant from = from(identity.state());
        Instant to = identity.state() == State.EXPIRED ? now.minus(BACKDATED) : from.plus(Duration.ofDays(file.validDays()));
        folder.write(alias, authority(identity.issuer()).issue(alias, identity, from, to));
        state.setProperty(alias, mark);
    }

    private Instant from(State wanted) {
        return switch (wanted) {
            case VALID, REVOKED -> now.minus(BACKDATED);
            case EXPIRED -> now.minus(Duration.ofDays(file.validDays()));
            case NOT_YET_VALID -> now.plus(ROOT_LIFE.dividedBy(2));
        };
    }

    private void list(String authority) throws IOException, GeneralSecurityException {
        List<X509Certificate> revoked = new ArrayList<>();
        StringBuilder mark = new StringBuilder(Digest.of(CertificateFiles.der(folder.read(authority))).hex());
        for (Map.Entry<String, Identity> identity : file.identities().entrySet()) {
            boolean ours = identity.getValue().issuer().equals(authority);
            if (ours && identity.getValue().state() == State.REVOKED) {
                X509Certificate certificate = folder.read(identity.getKey());
                revoked.add(certificate);
                mark.append(certificate.getSerialNumber());
            }
        }
        String digest = Digest.of(mark.toString().getBytes(StandardCharsets.UTF_8)).hex();
        if (digest.equals(state.getProperty(authority + ".crl")) && fresh(authority)) {
            return;
        }
        X509CRL list = authority(authority).list(revoked, now, Duration.ofDays(file.listDays()));
        folder.write(authority, list);
        state.setProperty(authority + ".crl", digest);
    }

    private void trust() throws IOException, GeneralSecurityException {
        if (!rootsChanged && Files.exists(folder.trustStore())) {
            return;
        }
        List<X509Certificate> roots = new ArrayList<>();
        for (Map.Entry<String, Authority> authority : file.authorities().entrySet()) {
            if (authority.getValue().trusted() && authority.getValue().key() != KeyKind.SM2) {
                roots.add(folder.read(authority.getKey()));
            }
        }
        folder.writeTrust(roots);
    }

    private CertificateAuthority authority(String alias) throws IOException, GeneralSecurityException {
        CertificateAuthority known = opened.get(alias);
        if (known == null) {
            known = new CertificateAuthority(folder.readKey(alias));
            opened.put(alias, known);
        }
        return known;
    }

    private boolean fresh(String authority) throws IOException {
        return Files.exists(folder.list(authority))
                && folder.readList(authority).getNextUpdate().toInstant().isAfter(soon());
    }

    private boolean endsSoon(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().isBefore(soon());
    }

    private Instant soon() {
        return now.plus(Duration.ofDays(file.renewDays()));
    }
}
