package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.NamedIdentity;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.PartnerDescriptor.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at a set-up from the inside to the outside. What cannot be looked at is said, with what is missing for it. */
public final class Doctor {
    private final Setup setup;
    private final Limits limits;

    /**
     * How far a look may go.
     *
     * @param agreedBy who agreed that a production partner is asked; empty: nobody
     * @param requests the most questions that are sent
     */
    public record Limits(String agreedBy, int requests) {
        /** Nobody agreed to anything. */
        public static final Limits USUAL = new Limits("", 16);
    }

    public Doctor(Setup setup, Limits limits) {
        this.setup = setup;
        this.limits = limits;
    }

    /** @param listener hears of each step as it is done */
    public Examined examine(String partner, Consumer<Step> listener) {
        Chart chart = new Chart(listener);
        int asked = examine(partner, chart);
        return new Examined(partner, chart.steps(), Diagnosis.of(chart.symptoms()), asked);
    }

    private int examine(String partner, Chart chart) {
        List<Symptom> wrong = new java.util.ArrayList<>();
        Folder folder = Folder.read(setup, partner, wrong);
        chart.done(Probe.FOLDER, wrong, folder == null ? "" : folder.dialect().descriptor().specification().title());
        if (folder == null) {
            chart.unchecked(Probe.KEYS, "adapters/" + partner);
            return 0;
        }
        List<NamedIdentity> named = NamedIdentity.of(folder.dialect());
        try (Papers papers = new Papers(setup, named)) {
            return examine(folder, papers, named, chart);
        }
    }

    private int examine(Folder folder, Papers papers, List<NamedIdentity> named, Chart chart) {
        PartnerDescriptor partner = folder.dialect().descriptor();
        Instant now = setup.clock().instant();
        PaperChecks checks = new PaperChecks(papers, partner, named, now);
        chart.done(Probe.KEYS, checks.keys(), "" + named.stream().filter(NamedIdentity::ours).map(NamedIdentity::alias).distinct().count());
        chart.done(Probe.CERTIFICATES, checks.certificates(), "" + named.stream().map(NamedIdentity::alias).distinct().count());
        chart.done(Probe.REVOCATION, checks.lists(), "");
        boolean open = partner.serviceHours().open(now);
        chart.done(Probe.HOURS, open ? List.of() : List.of(Symptom.of(Sign.CLOSED_NOW, partner.serviceHours().nextOpen(now).atZone(partner.serviceHours().zone()).toString())), "");
        Optional<Channel> channel = partner.channel(Channel.Direction.OUT);
        if (channel.isEmpty()) {
            chart.unchecked(Probe.ADDRESS, "adapter.yaml: channels, direction out");
            return 0;
        }
        if (partner.environment() == Environment.PROD && limits.agreedBy().isBlank()) {
            chart.unchecked(Probe.CONNECTION, "生产环境须对方同意 / production needs --agreed-by");
            return 0;
        }
        if (!open || chart.has(Sign.MADE_FOR_DEVELOPMENT)) {
            chart.unchecked(Probe.CONNECTION, open ? "测试密钥不发往生产 / no test key goes to production" : "服务时间外不打扰 / not outside service hours");
            return 0;
        }
        int asked = new WireExamination(setup, folder, papers, checks, Objects.requireNonNull(channel.get()), limits, chart).run();
        new FileExamination(setup, channel.get().connectTimeout(), chart).run(List.copyOf(partner.files().values()));
        return asked;
    }
}
