package io.jinqiao.signing;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The whole room put together by hand, for tools and tests that run without Spring. */
public final class SigningRoom implements AutoCloseable {
    private final Anchors anchors;
    private final RevocationStore revocation;
    private final KeyRing keys;
    private final ConfiguredCertificates certificates;
    private final ConfiguredTrust trust;
    private final Signing signing;

    private SigningRoom(SigningSettings settings, Clock clock, Optional<AcceptsDevelopmentCertificates> development) {
        this.anchors = new Anchors(settings);
        this.keys = new KeyRing(settings, anchors, development);
        this.certificates = new ConfiguredCertificates(settings);
        this.revocation = new RevocationStore(settings, clock);
        this.trust = new ConfiguredTrust(anchors, revocation, development);
        this.signing = new KeyedSigning(keys, certificates, trust);
    }

    /** As production would read these settings. */
    public static SigningRoom open(SigningSettings settings, Clock clock) {
        return new SigningRoom(settings, clock, Optional.empty());
    }

    /** As the workbench reads them: development certificates pass. */
    public static SigningRoom open(SigningSettings settings, Clock clock, AcceptsDevelopmentCertificates development) {
        return new SigningRoom(settings, clock, Optional.of(development));
    }

    public Signing signing() {
        return signing;
    }

    public Keys keys() {
        return keys;
    }

    public PinnedCertificates certificates() {
        return certificates;
    }

    public Trust trust() {
        return trust;
    }

    public TrustMaterial material() {
        return new ConfiguredTrustMaterial(anchors, revocation);
    }

    public ChannelIdentity channelIdentity() {
        return new PinnedChannelIdentity(certificates, trust);
    }

    /** Asks the authority at {@code url}. */
    public TimeStamps timeStamps(String url) {
        return new HttpTimeStamps(new SigningSettings.Tsa(url, Duration.ofSeconds(5)), trust);
    }

    public RevocationSources revocation() {
        return revocation;
    }

    @Override
    public void close() {
        revocation.destroy();
    }
}
