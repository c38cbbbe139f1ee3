package io.jinqiao;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.PartnerCard;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.OperationRule;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.evidence.JournalPoints;
import io.jinqiao.mortgage.RegistryPartners;
import io.jinqiao.opinion.BankTitles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins what rooms offer to what other rooms ask for, where no arrow of the house leads from one to the other. */
@Configuration(proxyBeanMethods = false)
class Bridges {

    @Bean
    JournalPoints journalPoints(CommitPoints points) {
        return point -> points.reached(
                switch (point) {
                    case LINK_BEFORE_COMMIT -> CommitPoints.Point.JOURNAL_LINK_BEFORE_COMMIT;
                    case LINKED -> CommitPoints.Point.JOURNAL_LINKED;
                    case SEALED -> CommitPoints.Point.JOURNAL_SEALED;
                });
    }

    @Bean
    RegistryPartners registryPartners(Catalogue partners) {
        return operation -> partners.all().stream()
                .map(Dialect::descriptor)
                .filter(one -> one.role() == PartnerDescriptor.Role.REGISTRY)
                .filter(one -> one.operation(operation).map(OperationRule::enabled).orElse(false))
                .map(PartnerDescriptor::partner)
                .toList();
    }

    @Bean
    BankTitles bankTitles(Catalogue partners) {
        return bank -> partners.cards().stream().filter(card -> card.id().equals(bank)).map(PartnerCard::chineseTitle).findFirst();
    }
}
