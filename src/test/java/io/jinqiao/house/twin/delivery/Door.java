package io.jinqiao.house.twin.delivery;

public class Door {}
