import type { PracticeContent } from '../../practice.ts';
import { aBodyAnswers } from './a-body-answers.ts';
import { aKindLimit } from './a-kind-limit.ts';
import { aKindVoice } from './a-kind-voice.ts';
import { aMomentPlease } from './a-moment-please.ts';
import { aSayingOfYourOwn } from './a-saying-of-your-own.ts';
import { aTalkToMend } from './a-talk-to-mend.ts';
import { afterAStorm } from './after-a-storm.ts';
import { askedAndTrue } from './asked-and-true.ts';
import { beforeMending } from './before-mending.ts';
import { beforeWeTalk } from './before-we-talk.ts';
import { dailyCheckIn } from './daily-check-in.ts';
import { decidingTogether } from './deciding-together.ts';
import { didIGetIt } from './did-i-get-it.ts';
import { doesItStillStand } from './does-it-still-stand.ts';
import { feetSeatHands } from './feet-seat-hands.ts';
import { firstWords } from './first-words.ts';
import { halfAMinute } from './half-a-minute.ts';
import { howItIsForMe } from './how-it-is-for-me.ts';
import { imaginedAndReal } from './imagined-and-real.ts';
import { itMakesSense } from './it-makes-sense.ts';
import { listeningBothWays } from './listening-both-ways.ts';
import { manyKindsOfNormal } from './many-kinds-of-normal.ts';
import { mineToMend } from './mine-to-mend.ts';
import { moreHelp } from './more-help.ts';
import { moreKindly } from './more-kindly.ts';
import { nameItFindIt } from './name-it-find-it.ts';
import { nextTime } from './next-time.ts';
import { notKnowingYet } from './not-knowing-yet.ts';
import { oldAlarm } from './old-alarm.ts';
import { oldScript } from './old-script.ts';
import { oneSlowQuestion } from './one-slow-question.ts';
import { reframe } from './reframe.ts';
import { saferTogether } from './safer-together.ts';
import { saidAloud } from './said-aloud.ts';
import { sayingsAboutBodies } from './sayings-about-bodies.ts';
import { sayingsAboutCloseness } from './sayings-about-closeness.ts';
import { sayingsAboutWanting } from './sayings-about-wanting.ts';
import { seasons } from './seasons.ts';
import { shades } from './shades.ts';
import { sixSlowBreaths } from './six-slow-breaths.ts';
import { slowTalk } from './slow-talk.ts';
import { softenSootheAllow } from './soften-soothe-allow.ts';
import { somaticGrounding } from './somatic-grounding.ts';
import { sorryToMyself } from './sorry-to-myself.ts';
import { tenKindSeconds } from './ten-kind-seconds.ts';
import { theVoiceInside } from './the-voice-inside.ts';
import { threeSystems } from './three-systems.ts';
import { timeOut } from './time-out.ts';
import { turnByTurn } from './turn-by-turn.ts';
import { wantOrHaveTo } from './want-or-have-to.ts';
import { watchTheWave } from './watch-the-wave.ts';
import { whatDidItNeed } from './what-did-it-need.ts';
import { whatSettles } from './what-settles.ts';
import { whenItIsNotSafe } from './when-it-is-not-safe.ts';
import { whenWarmthGoesQuiet } from './when-warmth-goes-quiet.ts';
import { whereItSpeaks } from './where-it-speaks.ts';
import { worthAndDoing } from './worth-and-doing.ts';
import { yesUnsureNo } from './yes-unsure-no.ts';

/** In the order of their ids. */
export const englishPractices: PracticeContent = {
  language: 'en',
  practices: [
    aBodyAnswers,
    aKindLimit,
    aKindVoice,
    aMomentPlease,
    aSayingOfYourOwn,
    aTalkToMend,
    afterAStorm,
    askedAndTrue,
    beforeMending,
    beforeWeTalk,
    dailyCheckIn,
    decidingTogether,
    didIGetIt,
    doesItStillStand,
    feetSeatHands,
    firstWords,
    halfAMinute,
    howItIsForMe,
    imaginedAndReal,
    itMakesSense,
    listeningBothWays,
    manyKindsOfNormal,
    mineToMend,
    moreHelp,
    moreKindly,
    nameItFindIt,
    nextTime,
    notKnowingYet,
    oldAlarm,
    oldScript,
    oneSlowQuestion,
    reframe,
    saferTogether,
    saidAloud,
    sayingsAboutBodies,
    sayingsAboutCloseness,
    sayingsAboutWanting,
    seasons,
    shades,
    sixSlowBreaths,
    slowTalk,
    softenSootheAllow,
    somaticGrounding,
    sorryToMyself,
    tenKindSeconds,
    theVoiceInside,
    threeSystems,
    timeOut,
    turnByTurn,
    wantOrHaveTo,
    watchTheWave,
    whatDidItNeed,
    whatSettles,
    whenItIsNotSafe,
    whenWarmthGoesQuiet,
    whereItSpeaks,
    worthAndDoing,
    yesUnsureNo,
  ],
};
