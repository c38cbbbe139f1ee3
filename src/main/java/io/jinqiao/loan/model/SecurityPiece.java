package io.jinqiao.loan.model;

import java.util.Set;

/** One thing a scheme asks for before money may be paid. */
public enum SecurityPiece {
    /** 抵押权首次登记 */
    MORTGAGE,
    /** 预购商品房抵押预告登记 */
    MORTGAGE_PRE_NOTICE,
    /** 开发企业阶段性担保 */
    STAGE_GUARANTEE,
    /** 楼盘准入 */
    PROJECT_ADMITTED,
    /** 质押合同 */
    PLEDGE_CONTRACT,
    /** 保证合同 */
    SURETY_CONTRACT;

    /** Given and taken by the registry's word alone. */
    public static final Set<SecurityPiece> FROM_THE_REGISTRY = Set.of(MORTGAGE, MORTGAGE_PRE_NOTICE);

    /** Given for one approval and its contract; the admission of a project is for whatever is approved. */
    static final Set<SecurityPiece> OF_AN_APPROVAL = Set.of(MORTGAGE, MORTGAGE_PRE_NOTICE, STAGE_GUARANTEE, PLEDGE_CONTRACT, SURETY_CONTRACT);
}
