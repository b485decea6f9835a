/** What a sentence is about, as people call it: `CIM_Fan`, `CIM_Fan.Speed`, `CIM_Fan.SetSpeed.Speed`. */
export interface Titled {
  readonly title: string;
}
