package io.jinqiao.opinion;

import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.opinion.SealCard.State;
import io.jinqiao.opinion.seal.ReceivedSeal;
import io.jinqiao.opinion.ses.SealProperty;
import io.jinqiao.signing.Trust;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the seals: two people to enable one, one to stop it. */
@Service("seals")
@Transactional
class SealDesk implements Seals {
    private final SealStore store;
    private final SealDevices devices;
    private final Trust trust;
    private final Clock clock;

    SealDesk(SealStore store, SealDevices devices, Trust trust, Clock clock) {
        this.store = store;
        this.devices = devices;
        this.trust = trust;
        this.clock = clock;
    }

    @Override
    public SealCard propose(byte[] data, String who, String reason) {
        Instant now = clock.instant();
        ReceivedSeal seal = ReceivedSeal.read(data);
        seal.requireGood(trust, now);
        if (devices.hasOfd()) {
            seal.requireListed(devices.ofd().certificate());
        }
        SealProperty property = seal.seal().info().property();
        SealCard card = new SealCard(
                seal.seal().info().sealId(), property.name(), Digest.of(data), property.from(), property.to(), State.PROPOSED,
                who, now, reason, null, null);
        if (!store.add(card, data)) {
            throw new Refusal(FailureCode.OPINION_SEAL_STATE, "known");
        }
        return card;
    }

    @Override
    public SealCard enable(String sealId, String who, String reason) {
        Instant now = clock.instant();
        known(sealId).requireEnabling(who, now);
        ReceivedSeal.read(store.data(sealId)).requireGood(trust, now);
        store.happened(sealId, State.ENABLED, who, now, reason);
        return known(sealId);
    }

    @Override
    public SealCard disable(String sealId, String who, String reason) {
        known(sealId).requireDisabling();
        store.happened(sealId, State.DISABLED, who, clock.instant(), reason);
        return known(sealId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SealCard> all() {
        return store.all();
    }

    private SealCard known(String sealId) {
        return store.locked(sealId).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
    }
}
