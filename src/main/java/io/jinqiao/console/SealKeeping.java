package io.jinqiao.console;

import io.jinqiao.opinion.SealCard;
import io.jinqiao.opinion.Seals;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Electronic seals: one person hands one in, another enables it; each act with its audit line in one commit. */
@Service
@Transactional
public class SealKeeping {
    private final Seals seals;
    private final Audit audit;

    public SealKeeping(Seals seals, Audit audit) {
        this.seals = seals;
        this.audit = audit;
    }

    public SealCard propose(byte[] data, String reason, Actor actor) {
        return written("seal-proposed", seals.propose(data, actor.name(), reason), reason, actor);
    }

    public SealCard enable(String sealId, String reason, Actor actor) {
        return written("seal-enabled", seals.enable(sealId, actor.name(), reason), reason, actor);
    }

    public SealCard disable(String sealId, String reason, Actor actor) {
        return written("seal-disabled", seals.disable(sealId, actor.name(), reason), reason, actor);
    }

    @Transactional(readOnly = true)
    public List<SealCard> all() {
        return seals.all();
    }

    private SealCard written(String act, SealCard card, String reason, Actor actor) {
        audit.write(actor.name(), act, card.sealId(), reason);
        return card;
    }
}
