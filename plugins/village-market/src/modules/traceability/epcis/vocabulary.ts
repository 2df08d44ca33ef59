import { isUri } from "./text-formats"

/** The words of a text. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const EVENT_TYPES = [
  "ObjectEvent",
  "AggregationEvent",
  "TransactionEvent",
  "TransformationEvent",
  "AssociationEvent",
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export const ACTIONS = ["ADD", "OBSERVE", "DELETE"] as const
export type Action = (typeof ACTIONS)[number]

/** The Core Business Vocabulary 2.0, §7: standard values are bare words, all others are URIs. */
export const BIZ_STEPS = words(`
  accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting
  decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting installing
  killing loading other packing picking receiving removing repackaging repairing replacing reserving retail_selling
  sampling sensor_reporting shipping staging_outbound stock_taking stocking storing transporting unloading unpacking
  void_shipping`)

export const DISPOSITIONS = words(`
  active available completeness_inferred completeness_verified conformant container_closed container_open damaged
  destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_class mismatch_instance
  mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed recalled
  reserved retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown`)

export const BIZ_TRANSACTION_TYPES = words(
  "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt",
)

export const SOURCE_DESTINATION_TYPES = words("owning_party possessing_party location")

export const ERROR_REASONS = words("did_not_occur incorrect_data")

export const SENSOR_ALERTS = words("ALARM_CONDITION ERROR_CONDITION")

export const SENSOR_COMPONENTS = words(`
  x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing latitude longitude
  altitude`)

/** GS1 Web Vocabulary, MeasurementType. */
export const MEASUREMENT_TYPES = words(`
  AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Altitude AmountOfSubstance AmountOfSubstancePerUnitVolume
  Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance Conductance Conductivity Count Density
  Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity ElectricCharge ElectricCurrent
  ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency Illuminance Inductance Irradiance
  KinematicViscosity Length LinearMomentum Luminance LuminousFlux LuminousIntensity MagneticFlux MagneticFluxDensity
  MagneticVectorPotential Mass MassConcentration MassFlowRate MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy
  MolarMass MolarVolume Power Pressure RadiantFlux RadiantIntensity Radioactivity RelativeHumidity Resistance
  Resistivity SolidAngle SpecificVolume Speed SurfaceDensity SurfaceTension Temperature Time Torque Voltage Volume
  VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber`)

/** The vocabularies by the kind of their URIs, https://ref.gs1.org/cbv/{kind}-{word}. */
const BY_KIND = {
  BizStep: BIZ_STEPS,
  Disp: DISPOSITIONS,
  BTT: BIZ_TRANSACTION_TYPES,
  SDT: SOURCE_DESTINATION_TYPES,
  ER: ERROR_REASONS,
}

export type WordKind = "BizStep" | "Disp" | "BTT" | "SDT" | "ER"

/**
 * One spelling for a value of the vocabulary: the bare word where it is a standard value, however written (word, CURIE,
 * URI, URN of CBV 1.x); any other URI as it stands; undefined for other texts.
 */
export function comparableWord(kind: WordKind, value: string): string | undefined {
  const standard = BY_KIND[kind]
  if (standard.has(value)) return value
  for (const stem of [`https://ref.gs1.org/cbv/${kind}-`, `cbv:${kind}-`, `urn:epcglobal:cbv:${kind.toLowerCase()}:`]) {
    if (value.startsWith(stem) && standard.has(value.slice(stem.length))) return value.slice(stem.length)
  }
  return isUri(value) ? value : undefined
}
