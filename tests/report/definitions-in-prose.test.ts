import { describe, expect, it } from "vitest";
import { compileReport } from "../compiled-report.ts";

/** The definitions of a report that consists of one sentence, as the glossary gives them: "HSB = Harmful Sexual Behaviour". */
function defined(sentence: string): readonly string[] {
  const { report } = compileReport(sentence.replace(/^(\d)/, "About $1"));
  return (report?.abbreviations ?? []).map(({ short, long }) => `${short} = ${long}`);
}

describe("a definition in the text, long form first", () => {
  it.each([
    ["This update is about Harmful Sexual Behaviour (HSB).", "HSB", "Harmful Sexual Behaviour"],
    [
      "The City of York Safeguarding Children Partnership (CYSCP) met.",
      "CYSCP",
      "City of York Safeguarding Children Partnership",
    ],
    ["We work with the Vale of York Clinical Commissioning Group (CCG).", "CCG", "Clinical Commissioning Group"],
    [
      "The Special Educational Needs and Disabilities (SEND) service grew.",
      "SEND",
      "Special Educational Needs and Disabilities",
    ],
    ["The Medium Term Financial Strategy (MTFS) was agreed.", "MTFS", "Medium Term Financial Strategy"],
    ["The Local Transport Plan 4 (LTP4) is out for consultation.", "LTP4", "Local Transport Plan 4"],
    ["Money from Section 106 (S106) agreements was spent.", "S106", "Section 106"],
    ["The Department for Education (DfE) wrote to us.", "DfE", "Department for Education"],
    ["City of York Council (CoYC) owns the land.", "CoYC", "City of York Council"],
    ["The Department for Transport (DfT) replied.", "DfT", "Department for Transport"],
    ["The Ministry of Justice (MoJ) replied.", "MoJ", "Ministry of Justice"],
    ["Money for Research and Development (R&D) fell.", "R&D", "Research and Development"],
    ["Money for Research & Development (R&D) fell.", "R&D", "Research & Development"],
    ["The Health and Wellbeing Board (HWB) met.", "HWB", "Health and Wellbeing Board"],
    ["The Health & Wellbeing Board (HWB) met.", "HWB", "Health & Wellbeing Board"],
    ["Houses in Multiple Occupation (HMO) need a licence.", "HMO", "Houses in Multiple Occupation"],
    ["A Multi-Agency Safeguarding Hub (MASH) opened.", "MASH", "Multi-Agency Safeguarding Hub"],
    ["A Multi-Agency Child Exploitation Meeting (MACEM) is held.", "MACEM", "Multi-Agency Child Exploitation Meeting"],
    ["The Anti-Social Behaviour (ASB) team answers.", "ASB", "Anti-Social Behaviour"],
    ["The Antisocial Behaviour (ASB) team answers.", "ASB", "Antisocial Behaviour"],
    ["A Joint Strategic Needs Assessment (JSNA) was made.", "JSNA", "Joint Strategic Needs Assessment"],
    ["The Dedicated Schools Grant (DSG) is in deficit.", "DSG", "Dedicated Schools Grant"],
    ["Key Performance Indicators (KPI) are in the table.", "KPI", "Key Performance Indicators"],
    ["The Houses of Multiple Occupancy Register (HMOR) is public.", "HMOR", "Houses of Multiple Occupancy Register"],
    ["The Equality Impact Assessment (EIA) is attached.", "EIA", "Equality Impact Assessment"],
    ["The Children and Young People's Plan (CYPP) runs to 2027.", "CYPP", "Children and Young People's Plan"],
    ["The Children and Young People’s Plan (CYPP) runs to 2027.", "CYPP", "Children and Young People’s Plan"],
    ["The Local Government Association (“LGA”) gave advice.", "LGA", "Local Government Association"],
    ["The “Local Government Association” (LGA) gave advice.", "LGA", "Local Government Association"],
    ['The Local Government Association ("LGA") gave advice.', "LGA", "Local Government Association"],
    ["The *Local Government Association* (LGA) gave advice.", "LGA", "Local Government Association"],
    ["The **Local Government Association** (LGA) gave advice.", "LGA", "Local Government Association"],
    ["The *Local Government Association (LGA)* gave advice.", "LGA", "Local Government Association"],
    ["The Local Government Association (**LGA**) gave advice.", "LGA", "Local Government Association"],
    [
      "The [Local Government Association](https://www.local.gov.uk) (LGA) gave advice.",
      "LGA",
      "Local Government Association",
    ],
    [
      "The [Local Government Association (LGA)](https://www.local.gov.uk) gave advice.",
      "LGA",
      "Local Government Association",
    ],
    ["The Local Government\nAssociation (LGA) gave advice.", "LGA", "Local Government Association"],
    ["The Local Government Association\n(LGA) gave advice.", "LGA", "Local Government Association"],
    ["The Integrated Care Board (the ICB) pays.", "ICB", "Integrated Care Board"],
    ["The Integrated Care Board (ICB, from July 2022) pays.", "ICB", "Integrated Care Board"],
    ["The Strategic Housing Market Assessment (SHMA) shows need.", "SHMA", "Strategic Housing Market Assessment"],
    ["the use of bed and breakfast (B&B) rose", "B&B", "bed and breakfast"],
    ["the looked after children (LAC) team moved", "LAC", "looked after children"],
    ["Children Looked After (CLA) rose by 4%.", "CLA", "Children Looked After"],
    ["The Public Spaces Protection Order (PSPO) expires in May.", "PSPO", "Public Spaces Protection Order"],
    [
      "A Voluntary, Community and Social Enterprise (VCSE) body applied.",
      "VCSE",
      "Voluntary, Community and Social Enterprise",
    ],
    ["The Black, Asian and Minority Ethnic (BAME) network met.", "BAME", "Black, Asian and Minority Ethnic"],
    ["The Sustainable Drainage System (SuDS) works.", "SuDS", "Sustainable Drainage System"],
    [
      "Persons Not in Education, Employment or Training (NEET) were asked.",
      "NEET",
      "Not in Education, Employment or Training",
    ],
    ["An Education, Health and Care Plan (EHCP) is due.", "EHCP", "Education, Health and Care Plan"],
    ["Ultra Low Emission Zone (ULEZ) rules apply.", "ULEZ", "Ultra Low Emission Zone"],
    ["The Bus Service Improvement Plan (BSIP) is funded.", "BSIP", "Bus Service Improvement Plan"],
    ["The Automatic Number Plate Recognition (ANPR) cameras are old.", "ANPR", "Automatic Number Plate Recognition"],
    ["Voids are let by choice-based lettings (CBL) within weeks.", "CBL", "choice-based lettings"],
    ["The Section 151 (S151) officer signed.", "S151", "Section 151"],
    ["A Temporary Traffic Regulation Order (TTRO) was made.", "TTRO", "Temporary Traffic Regulation Order"],
    ["The North Yorkshire & York Forum (NY&YF) met.", "NY&YF", "North Yorkshire & York Forum"],
    ["A Deprivation of Liberty Safeguards (DoLS) case was heard.", "DoLS", "Deprivation of Liberty Safeguards"],
  ])("is found: %s", (sentence, short, long) => {
    expect(defined(sentence)).toEqual([`${short} = ${long}`]);
  });

  it.each([
    ["Education, Health and Care Plans (EHCPs) are late.", "EHCP", "Education, Health and Care Plan"],
    ["Houses in Multiple Occupation (HMOs) need a licence.", "HMO", "House in Multiple Occupation"],
    ["Penalty Charge Notices (PCNs) were issued.", "PCN", "Penalty Charge Notice"],
    ["Community Protection Notices (CPNs) were served.", "CPN", "Community Protection Notice"],
    ["General Practitioners (GPs) were asked.", "GP", "General Practitioner"],
  ])("in the plural defines the singular, and marks the plural: %s", (sentence, short, long) => {
    const { report, page } = compileReport(`${sentence}\n\nOne ${short} and two ${short}s.`);
    const [entry] = report?.abbreviations ?? [];
    expect(report?.abbreviations).toHaveLength(1);
    expect(entry).toMatchObject({ short, long });
    expect(page.all("abbr")).toHaveLength(3);
  });
});

describe("a definition in the text, short form first", () => {
  it.each([
    [
      "meetings such as MACEM (Multi-Agency Child Exploitation Meeting) help",
      "MACEM",
      "Multi-Agency Child Exploitation Meeting",
    ],
    ["The HSB (Harmful Sexual Behaviour) audit is due.", "HSB", "Harmful Sexual Behaviour"],
    ["The DfE (Department for Education) replied.", "DfE", "Department for Education"],
    ["The CoYC (City of York Council) site is closed.", "CoYC", "City of York Council"],
    ["The R&D (Research and Development) grant fell.", "R&D", "Research and Development"],
    ["The LTP4 (Local Transport Plan 4) was read.", "LTP4", "Local Transport Plan 4"],
    ["The ICB (the Integrated Care Board) pays.", "ICB", "Integrated Care Board"],
    ["The “ICB” (Integrated Care Board) pays.", "ICB", "Integrated Care Board"],
    ["The *ICB* (Integrated Care Board) pays.", "ICB", "Integrated Care Board"],
    ["The ICB (*Integrated Care Board*) pays.", "ICB", "Integrated Care Board"],
    ["The ICB\n(Integrated Care Board) pays.", "ICB", "Integrated Care Board"],
    ["The ICB (Integrated\nCare Board) pays.", "ICB", "Integrated Care Board"],
    ["The NPPF (National Planning Policy Framework) is new.", "NPPF", "National Planning Policy Framework"],
    [
      "The SEND (special educational needs and disabilities) team grew.",
      "SEND",
      "special educational needs and disabilities",
    ],
    ["The CIL (Community Infrastructure Levy) raised £2m.", "CIL", "Community Infrastructure Levy"],
  ])("is found: %s", (sentence, short, long) => {
    expect(defined(sentence)).toEqual([`${short} = ${long}`]);
  });
});

describe("several definitions", () => {
  it.each([
    [
      "The Department for Education (DfE) and the Local Government Association (LGA) met.",
      ["DfE = Department for Education", "LGA = Local Government Association"],
    ],
    [
      "The HWB (Health and Wellbeing Board) and the Integrated Care Board (ICB) met.",
      ["HWB = Health and Wellbeing Board", "ICB = Integrated Care Board"],
    ],
    [
      "Housing Revenue Account (HRA), Dedicated Schools Grant (DSG) and General Fund (GF) are shown.",
      ["DSG = Dedicated Schools Grant", "GF = General Fund", "HRA = Housing Revenue Account"],
    ],
  ])("are found in one sentence: %s", (sentence, glossary) => {
    expect(defined(sentence)).toEqual(glossary);
  });
});

describe("what is in brackets and no definition", () => {
  it.each([
    "The plan is attached (see Annex A {elsewhere}).",
    "The school was judged (Good) last year.",
    "The school was judged Good (Outstanding in one area) last year.",
    "It was raised before (paragraph 1).",
    "The budget (2018/19) was overspent.",
    "The budget for the year (2018) was overspent.",
    "The cost (£1.2 million) was met.",
    "The cost (£350K) was met.",
    "The meeting (24 March 2019) was long.",
    "The meeting (Monday 8 April) was long.",
    "Turnout was low (23%).",
    "Turnout was low (see the table).",
    "The bridge (A19) was closed.",
    "The road (A1237) is busy.",
    "Traffic on the ring road (the A64) is heavy.",
    "The ward (YO10) has most.",
    "Residents near Monk Bar (YO31 7LB) complained.",
    "The vote (12 to 3) was clear.",
    "The officer (Priya Nair) replied.",
    "Councillor Webb (Chair) opened the meeting.",
    "Councillor Webb (Labour) spoke.",
    "Councillor Webb (Con) spoke.",
    "Councillor Lucy Anne Brown (Lab) spoke.",
    "The chair (who was away) sent a note.",
    "The scheme (phase 2) starts.",
    "The scheme (Phase 2) starts.",
    "The scheme (stage II) starts.",
    "The scheme (Part B) starts.",
    "There are several sites (a, b and c).",
    "There are several sites (i) and (ii).",
    "The Act (the 1972 Act) applies.",
    "The Act (as amended) applies.",
    "Members asked why (and when).",
    "Costs rose (by a third).",
    "Costs rose (RPI) in May.",
    "The rate was 3.1% (CPI).",
    "The survey (n=412) ran in May.",
    "The survey (412 replies) ran in May.",
    "The trust (York and Scarborough) replied.",
    "The building (Grade II) is listed.",
    "The building (Grade II*) is listed.",
    "The temperature (21°C) was kept.",
    "The area (4 ha) is small.",
    "The area (km2) is small.",
    "The bus (number 6) is late.",
    "The bus (route X46) is late.",
    "The bus (Park and Ride) is late.",
    "The form (PDF) is online.",
    "The strategy (draft) is online.",
    "The strategy (Draft) is online.",
    "The target (95) was met.",
    "The target (Q3) was met.",
    "The target (Q3 2024) was missed.",
    "The panel (Thursdays, 10am) meets.",
    "The panel (10.30am to 12.30pm) meets.",
    "Call us (01904 551550) for help.",
    "Write to us (scrutiny@example.gov.uk) for help.",
    "Page views (www.example.gov.uk) rose.",
    "This includes theft (including burglary).",
    "This includes theft (e.g. burglary).",
    "Members thanked her (applause).",
    "Most (not all) of the actions are done.",
    "The flood (26 December 2015) was the worst.",
    "The Gypsy and Traveller site (Clifton) is full.",
    "Housing (and planning) officers met.",
    "Pupils (aged 5 to 11) walk to school.",
    "Pupils (Year 6) walk to school.",
    "Residents (RAG rating: Red) were told.",
    "The rating is red (R).",
    "The committee (Members) agreed.",
    "The Council (the Authority) agreed.",
  ])("is none: %s", (sentence) => {
    expect(defined(sentence)).toEqual([]);
  });
});

describe("a long form that goes too far or not far enough", () => {
  it.each([
    ["In the past the Local Plan Working Group (LPWG) met.", "LPWG = Local Plan Working Group"],
    ["Health services and the Health and Care Partnership (HCP) met.", "HCP = Health and Care Partnership"],
    ["For York the City of York Council (CYC) decides.", "CYC = City of York Council"],
    ["A report on children by the Children in Care Council (CiCC) was read.", "CiCC = Children in Care Council"],
    [
      "Members of the Overview and Scrutiny Management Committee (OSMC) met.",
      "OSMC = Overview and Scrutiny Management Committee",
    ],
    ["It was said. Local Area Coordinators (LAC) help.", "LAC = Local Area Coordinators"],
  ])("is cut at the words that the letters stand for: %s", (sentence, entry) => {
    expect(defined(sentence)).toEqual([entry]);
  });
});
