package io.jinqiao.loan.model;

import java.time.LocalDate;

/** @param opinionNo opinion the contract was signed on */
public record SignedContract(String contractNo, LocalDate signedOn, String opinionNo) {}
