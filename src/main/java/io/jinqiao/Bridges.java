package io.jinqiao;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.PartnerCard;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.MaterialRule;
import io.jinqiao.adapter.descriptor.OperationRule;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.credit.CreditCenters;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.evidence.JournalPoints;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.mortgage.RegistryMaterials;
import io.jinqiao.mortgage.RegistryPartners;
import io.jinqiao.opinion.BankTitles;
import io.jinqiao.repayment.CollectionBanks;
import java.util.List;
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
        return new RegistryPartners() {
            @Override
            public List<PartnerId> that(Operation operation) {
                return partners.all().stream()
                        .map(Dialect::descriptor)
                        .filter(one -> one.role() == PartnerDescriptor.Role.REGISTRY && inService(one, operation))
                        .map(PartnerDescriptor::partner)
                        .toList();
            }

            @Override
            public RegistryMaterials materials(PartnerId registry) {
                return partners.partner(registry).map(Dialect::descriptor).map(PartnerDescriptor::materials).map(Bridges::materials).orElse(RegistryMaterials.NAMED_ONLY);
            }

            @Override
            public boolean hears(PartnerId bank, Operation operation) {
                return partners.partner(bank).map(Dialect::descriptor).filter(one -> inService(one, operation)).isPresent();
            }
        };
    }

    @Bean
    CollectionBanks collectionBanks(Catalogue partners) {
        return (bank, operation) -> partners.partner(bank).map(Dialect::descriptor).filter(one -> inService(one, operation)).isPresent();
    }

    @Bean
    CreditCenters creditCenters(Catalogue partners) {
        return () -> partners.all().stream()
                .map(Dialect::descriptor)
                .filter(one -> one.role() == PartnerDescriptor.Role.CREDIT && inService(one, Operation.CREDIT_ENQUIRY))
                .map(PartnerDescriptor::partner)
                .findFirst();
    }

    private static RegistryMaterials materials(MaterialRule rule) {
        return new RegistryMaterials(Words.parse(Words.of(rule.way()), RegistryMaterials.Way.class), rule.file(), rule.all(), rule.part());
    }

    private static boolean inService(PartnerDescriptor partner, Operation operation) {
        return partner.operation(operation).map(OperationRule::enabled).orElse(false);
    }

    @Bean
    BankTitles bankTitles(Catalogue partners) {
        return bank -> partners.cards().stream().filter(card -> card.id().equals(bank)).map(PartnerCard::chineseTitle).findFirst();
    }
}
