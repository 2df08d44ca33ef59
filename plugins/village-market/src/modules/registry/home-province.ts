/** The province whose communes sell here: Ninh Bình, by its code of the statistics office. */
export const HOME_PROVINCE = "37"
