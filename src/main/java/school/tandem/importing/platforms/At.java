package school.tandem.importing.platforms;

/**
 * Where something stands.
 *
 * @param file which file of the delivery, counted from 0
 * @param line its first line in the file, counted from 1; of a list in JSON: which record, counted
 *     from 1
 */
public record At(int file, long line) {}
