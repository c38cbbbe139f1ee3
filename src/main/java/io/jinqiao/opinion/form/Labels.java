package io.jinqiao.opinion.form;

import io.jinqiao.message.Identity;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Party;
import java.util.Map;

/** The words of the trade for what a form shows. */
final class Labels {
    private static final Map<Party.Role, String> ROLES = Map.of(
            Party.Role.BORROWER, "借款人",
            Party.Role.SPOUSE, "借款人配偶",
            Party.Role.CO_BORROWER, "共同借款人",
            Party.Role.MORTGAGOR, "抵押人",
            Party.Role.SELLER, "售房人",
            Party.Role.GUARANTOR, "保证人",
            Party.Role.DEVELOPER, "开发企业");
    private static final Map<Identity.Type, String> DOCUMENTS = Map.of(
            Identity.Type.RESIDENT_ID, "居民身份证",
            Identity.Type.OFFICER_ID, "军官证",
            Identity.Type.PASSPORT, "护照",
            Identity.Type.FOREIGNER_RESIDENCE, "外国人永久居留身份证",
            Identity.Type.CREDIT_CODE, "统一社会信用代码",
            Identity.Type.OTHER, "其他证件");
    private static final Map<HomeKind, String> HOMES = Map.of(
            HomeKind.PRE_SOLD, "新建商品住房（预售）",
            HomeKind.NEW, "新建商品住房（现售）",
            HomeKind.RESALE, "存量住房",
            HomeKind.SELF_BUILT, "自建住房",
            HomeKind.RENOVATED, "大修住房");
    private static final Map<RepaymentMethod, String> METHODS = Map.of(
            RepaymentMethod.EQUAL_INSTALMENT, "等额本息",
            RepaymentMethod.EQUAL_PRINCIPAL, "等额本金",
            RepaymentMethod.SINGLE_REPAYMENT, "到期一次还本付息",
            RepaymentMethod.FREE, "自由还款",
            RepaymentMethod.OTHER, "其他方式");

    private Labels() {}

    static String of(Party.Role role) {
        return ROLES.getOrDefault(role, role.name());
    }

    static String of(Identity.Type type) {
        return DOCUMENTS.getOrDefault(type, type.name());
    }

    static String of(HomeKind kind) {
        return HOMES.getOrDefault(kind, kind.name());
    }

    static String of(RepaymentMethod method) {
        return METHODS.getOrDefault(method, method.name());
    }
}
