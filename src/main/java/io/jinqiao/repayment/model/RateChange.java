package io.jinqiao.repayment.model;

import io.jinqiao.message.AnnualRate;
import java.time.LocalDate;

/** A published change of the rate, by the day it was made; loans feel it by their {@link Repricing}. */
public record RateChange(LocalDate on, AnnualRate rate) {}
