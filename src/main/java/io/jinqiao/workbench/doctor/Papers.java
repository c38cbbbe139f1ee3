package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.NamedIdentity;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.KeyFile;
import io.jinqiao.signing.KeyUnusable;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.SigningSettings;
import io.jinqiao.workbench.development.DevelopmentProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Keys, certificates and anchors, each read by itself, so that one bad file hides no other. What can be used makes the signing room. */
final class Papers implements AutoCloseable {
    private final SigningSettings settings;
    private final Map<String, Keys.Entry> keys = new TreeMap<>();
    private final Map<String, X509Certificate> certificates = new TreeMap<>();
    private final List<Symptom> ofKeys = new ArrayList<>();
    private final List<Symptom> ofCertificates = new ArrayList<>();
    private final SigningRoom room;

    /** @param named problems are told of these only; the others serve to recognise who else may have signed */
    Papers(Setup setup, List<NamedIdentity> named) {
        this.settings = setup.signing();
        named.stream().filter(NamedIdentity::ours).map(NamedIdentity::alias).distinct().forEach(alias -> key(alias).ifPresent(ofKeys::add));
        settings.keys().keySet().stream().filter(alias -> !keys.containsKey(alias)).forEach(this::key);
        named.stream().filter(n -> !n.ours()).map(NamedIdentity::alias).distinct().forEach(alias -> certificate(alias).ifPresent(ofCertificates::add));
        settings.certificates().keySet().stream().filter(alias -> !certificates.containsKey(alias)).forEach(this::certificate);
        List<Path> anchors = settings.trust().anchors().stream().filter(this::readableAnchor).toList();
        this.room = SigningRoom.open(usable(anchors), setup.clock(), new DevelopmentProfile().acceptsDevelopmentCertificates());
    }

    private Optional<Symptom> key(String alias) {
        SigningSettings.Key key = settings.keys().get(alias);
        if (key == null) {
            return Optional.of(Symptom.of(Sign.NOTHING_CONFIGURED, alias));
        }
        try {
            keys.put(alias, new KeyFile(settings).read(alias, key));
            return Optional.empty();
        } catch (KeyUnusable e) {
            return Optional.of(unusable(alias, key, e));
        }
    }

    private static Symptom unusable(String alias, SigningSettings.Key key, KeyUnusable e) {
        return switch (e.why()) {
            case FILE_MISSING -> Symptom.of(Sign.NO_FILE, alias, Objects.toString(key.path()));
            case PASSWORD_WRONG -> Symptom.of(Sign.PASSWORD_REFUSED, alias);
            case UNREADABLE, NO_KEY, FORBIDDEN -> Symptom.of(Sign.FILE_OF_OTHER_FORM, alias, key.path() + ": " + e.getMessage());
        };
    }

    private Optional<Symptom> certificate(String alias) {
        Path path = settings.certificates().get(alias);
        if (path == null) {
            return Optional.of(Symptom.of(Sign.NOTHING_CONFIGURED, alias));
        }
        try {
            certificates.put(alias, CertificateFiles.certificate(Files.readAllBytes(settings.home().resolve(path))));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Symptom.of(Sign.NO_FILE, alias, path.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.of(Symptom.of(Sign.FILE_OF_OTHER_FORM, alias, path + ": " + e.getMessage()));
        }
    }

    private boolean readableAnchor(Path path) {
        try {
            CertificateFiles.certificates(Files.readAllBytes(settings.home().resolve(path)));
            return true;
        } catch (IOException e) {
            ofCertificates.add(Symptom.of(Sign.NO_FILE, "jinqiao.trust.anchors", path.toString()));
        } catch (IllegalArgumentException e) {
            ofCertificates.add(Symptom.of(Sign.FILE_OF_OTHER_FORM, "jinqiao.trust.anchors", path + ": " + e.getMessage()));
        }
        return false;
    }

    private SigningSettings usable(List<Path> anchors) {
        Map<String, SigningSettings.Key> usableKeys = new TreeMap<>(settings.keys());
        usableKeys.keySet().retainAll(keys.keySet());
        Map<String, Path> usableCertificates = new TreeMap<>(settings.certificates());
        usableCertificates.keySet().retainAll(certificates.keySet());
        return new SigningSettings(
                settings.home(),
                usableKeys,
                usableCertificates,
                new SigningSettings.Anchors(anchors),
                settings.crls(),
                settings.crlGrace(),
                settings.crlRefresh(),
                settings.softwareKeys(),
                settings.tsa());
    }

    SigningRoom room() {
        return room;
    }

    Map<String, Keys.Entry> keys() {
        return keys;
    }

    Map<String, X509Certificate> certificates() {
        return certificates;
    }

    List<Symptom> ofKeys() {
        return ofKeys;
    }

    List<Symptom> ofCertificates() {
        return ofCertificates;
    }

    @Override
    public void close() {
        room.close();
    }
}
