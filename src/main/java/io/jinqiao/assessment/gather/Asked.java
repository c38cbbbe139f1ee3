package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Contract;
import io.jinqiao.message.PartnerId;

/** Of which bank what is gathered, by which contract, and what time counts against nobody. */
record Asked(PartnerId bank, Days days, Contract contract, Downtimes down) {}
