package io.jinqiao.workbench.simulate.bank;

/** Answers to operations whose content the simulator does not read itself. */
interface Examples {

    Wire.Said answer(Wire.Asked asked) throws NotUnderstood;
}
