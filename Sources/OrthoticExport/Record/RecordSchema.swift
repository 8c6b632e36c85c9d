/// The JSON schema of the design record (draft 2020-12): what `orthotic schema record` prints.
public enum RecordSchema {
  /// The schema's text, the file `record.schema.json`.
  public static let text = EmbeddedFiles.recordSchemaJSON + "\n"
}
