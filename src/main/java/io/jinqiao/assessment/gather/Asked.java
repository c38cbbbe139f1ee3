package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Contract;
import io.jinqiao.assessment.scheme.Scheme;
import io.jinqiao.message.PartnerId;
import org.jspecify.annotations.Nullable;

/** Of which bank what is gathered, by which contract, and what time counts against nobody. @param expectation null: nothing is expected */
record Asked(PartnerId bank, Days days, Contract contract, Scheme.@Nullable Expectation expectation, Downtimes down) {}
